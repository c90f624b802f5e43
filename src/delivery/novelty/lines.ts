import { colon, type Language } from "../../model/language.ts";

import type { NoveltyLine } from "../../model/post.ts";
import type { Day } from "../../model/time.ts";
import { readItems, type StoredItem } from "../../store/items.ts";
import { itemsBefore, processesIn } from "../../store/processes.ts";
import type { Db, VersionRow } from "../../store/tables.ts";
import { dayText, meetingMonthText, spanText, targetText } from "../dates.ts";
import { noveltyWordsOf } from "./words.ts";
import type { MeetingTold, Shift, Step } from "./shift.ts";
import { noveltiesOf } from "./shifts.ts";
import { shownVersion, toldOf } from "../wording.ts";

/** So many earlier items of the same processes are read; what none of them told is not known to have changed. */
const LOOK_BACK = 40;

/** An earlier item as it is told, dated. */
export interface EarlierStep extends Step {
  readonly url: string | undefined;
  readonly published: Day;
}

/**
 * What changed in an item's processes since the items before it, a line each, with the page of the earlier item and the
 * item's own. It depends on what was published before and not on what came since, so that an edit says the same.
 * @param version the wording of the item that is shown
 */
export async function noveltyLines(
  db: Db,
  { item }: StoredItem,
  version: VersionRow,
  language: Language,
): Promise<readonly NoveltyLine[]> {
  if (version.relevant === 0) return [];
  const ids = await itemsBefore(db, processesIn(version), item, LOOK_BACK);
  const earlier = (await readItems(db, ids)).flatMap((stored) => stepOf(stored, version.language));
  return linesAgainst({ ...toldOf(version), language: version.language }, earlier, language);
}

/** What a step tells otherwise than those before it, the latest of them first. */
export function linesAgainst(
  now: Step & { readonly url: string | undefined },
  earlier: readonly EarlierStep[],
  language: Language,
): readonly NoveltyLine[] {
  const words = noveltyWordsOf(language);
  return noveltiesOf(now, earlier).map(({ shift, since }) => ({
    text: sinceText(shift, since.published, language),
    sources: [
      { text: words.before, url: since.url },
      { text: words.now, url: now.url },
    ],
  }));
}

/** "87 → 89 participants since 28 October 2022". */
export function sinceText(shift: Shift, since: Day, language: Language): string {
  return noveltyWordsOf(language).since(shiftText(shift, language), dayText(since, language));
}

/** In the language of the item that it is set against where there is that version. */
function stepOf(stored: StoredItem, language: Language): readonly EarlierStep[] {
  const version = shownVersion(stored, language);
  const { published } = stored.item;
  if (version === undefined || published === null) return [];
  return [{ language: version.language, analysis: toldOf(version).analysis, url: version.url ?? undefined, published }];
}

/** A shift in one line of the reader's language; what is quoted stays in the source's. */
function shiftText(shift: Shift, language: Language): string {
  const words = noveltyWordsOf(language);
  switch (shift.part) {
    case "participants":
      return words.participants(shift.before, shift.now);
    case "text":
      return `${shift.before} → ${shift.now}`;
    case "target":
      return words.target(`${targetText(shift.before, language)} → ${targetText(shift.now, language)}`);
    case "office":
      return `${officeText(shift.role, shift.country, language)}${colon(language)} ${shift.before} → ${shift.now}`;
    case "meeting":
      return meetingText(shift.before, shift.now, language);
  }
}

function officeText(role: string, country: string | null, language: Language): string {
  const words = noveltyWordsOf(language);
  if (role === "co-convenor") return words.coConvenor(country ?? "");
  if (role === "Chair of the General Council") return words.chairOfGeneralCouncil;
  if (role === "facilitator of the Work Programme") return words.facilitatorOfWorkProgramme;
  const subject = /^facilitator of the small group on (.+)$/u.exec(role)?.[1];
  return subject === undefined ? role : words.facilitatorOf(subject);
}

/** "Meeting of 20–22 July 2026: tentative → fixed", or where its days moved both of them. */
function meetingText(before: MeetingTold, now: MeetingTold, language: Language): string {
  const words = noveltyWordsOf(language);
  const [old, present] = [daysText(before, language), daysText(now, language)];
  if (old === present) return words.meeting(present, `${words.status[before.status]} → ${words.status[now.status]}`);
  const status = before.status === now.status ? "" : ` (${words.status[now.status]})`;
  return words.nextMeeting(`${old} → ${present}${status}`);
}

function daysText({ start, end, month }: MeetingTold, language: Language): string {
  if (start !== undefined) return spanText(start, end ?? start, language);
  return month === undefined ? "" : meetingMonthText(month, language);
}
