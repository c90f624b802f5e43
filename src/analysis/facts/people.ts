import type { Person } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import type { Sentence } from "../sentences.ts";
import {
  countryBefore,
  countryBehind,
  countryOfOffice,
  countryServed,
  countrySpokenFor,
  countryWithin,
  isDemonymBehind,
} from "./countries.ts";
import { nameRuns, type NameRun } from "./names.ts";
import { mergePeople, type PersonMention } from "./people-merge.ts";
import { processOf, type Process } from "./process.ts";
import { ANY_ROLE, isStateOffice, roleIn, withSubject, type Role } from "./roles.ts";
import { plainOf, readable } from "./plain-text.ts";
import { firstPlace, placesOf } from "./word-tables.ts";

const APPOSITION = /^(?:,| \(| —| –| -|(?= (?:is|was|est|es|who|qui|que|quien) ))[^,.;:()]{0,110}/u;
const ROLE_STARTS =
  /^(?:[,( —–-]{1,3}| is | was | est | es )*(?:who |qui |que |quien )?(?:also |now |in (?:his|her) capacity as |(?:is|was|est|es|will) )?(?:the |a |an |le |la |l'|el |un |une |una |one of the |l'une? des |un[oa] de l[oa]s |as )?(?:(?:two|three|trois|tres|new|outgoing|former|current|nouveau|nouvelle|nuev[oa]|other|third|second) ){0,2}(?<role>[\p{L}' -]{0,40})/iu;
const TO_A_NAME =
  /^(?:,? | (?:by|of|under|avec|par|por|de|du|de l'|d')(?: |(?<='))|: | — | – |,? (?:of|for|from|to|at|in|de|du|des|del|de la|d')(?: |(?<='))[^.;:]{1,60}, | (?:of|for|du|de la|del|de) (?:the |l')?(?:\p{Lu}[\p{L}-]{1,20} ){1,4})$/u;
const NO_PERSON_BEFORE = /(?:(?<!\p{L})(?:in|at|near|à|en) |\d )$/iu;
const SPEECH =
  /^,? (?:said|says|told|noted|stressed|added|explained|remarked|reported|asked|called|warned|argued|presented|described|spoke|a dit|a déclaré|dijo|pidió|señaló)(?!\p{L})/u;
/** "South Africa's Ada Lund cautioned": what an owner's somebody does. */
const DOES = /^ \p{Ll}{3,14}ed(?!\p{L})/u;
/** "Ada Lund of the Trade Law Centre said": somebody of an organization who speaks. */
const OF_AN_ORGANIZATION =
  /^,? (?:of|from) (?:the )?(?:(?:\p{Lu}[\p{L}&-]{1,24},?|of|for|and|on|the|de|du|des|del|la) ){1,9}(?:\([^()]{1,20}\) )?(?:said|says|told|noted|stressed|added|explained|reported|presented|described|called|a dit|a déclaré|a expliqué|dijo|explicó|señaló)(?!\p{L})/u;
const OF_AN_INSTITUTION =
  /^,? (?:of|from) (?:the )?(?:(?:\p{Lu}[\p{L}&-]{1,24}|of|for|and) ){0,5}(?:Organi[sz]ation|Chamber|Association|University|School|Bank|Institute|Federation|Alliance|Foundation|Centre|Center|UNCTAD|OECD|ITC|IMF|WIPO|ITU|ICC)(?!\p{L})/u;
const OF_A_BODY =
  /(?:Secretariat|WTO|UNCTAD|OECD|ITC|IMF|ITU|WIPO|UNCITRAL|World Bank|Chamber of Commerce|ICC)(?:'s|') $/u;
/** Where somebody of any office serves a state. */
const MISSION =
  /(?:'s|' |permanent) mission|mission (?:permanent|of|du|de)|misión (?:permanente|de)|delegation (?:of|to)/iu;
/** Who is spoken for is not the one who speaks. */
const SPOKEN_FOR = /(?:spoke|speaks|speaking) (?:for|on behalf of) $/iu;
const PLURAL = /(?:s|es)$/u;

interface Context {
  readonly item: Item;
  readonly process: Process;
}

/**
 * Everyone whom an item names with an office or a country, in the order of reading. Offices are in English whatever the
 * item's language; mentions of one person are one entry, under the fullest form of the name.
 */
export function peopleOf(item: Item, sentences: readonly Sentence[]): readonly Person[] {
  const context: Context = { item, process: processOf(item) };
  const body = readable(sentences).filter((sentence) => sentence.part !== "title");
  const titles = readable(sentences).filter((sentence) => sentence.part === "title");
  return mergePeople(
    body.flatMap((sentence) => mentionsIn(sentence, context)),
    titles.flatMap((sentence) => mentionsIn(sentence, context)),
  );
}

function mentionsIn(sentence: Sentence, context: Context): readonly PersonMention[] {
  const source = sentence.text;
  const text = plainOf(sentence);
  const mentions: PersonMention[] = [];
  let carried: { readonly until: number; readonly titles: string } | undefined;
  for (const run of nameRuns(text)) {
    const isListed = carried !== undefined && LISTED.test(text.slice(carried.until, run.at));
    const titles = run.titles === "" && isListed ? (carried?.titles ?? "") : run.titles;
    const mention = mentionOf(text, { ...run, titles }, context);
    if (mention === undefined) continue;
    const behind = countryBehind(text.slice(run.until, run.until + 90), context.item.language);
    const office = `${officeBefore(text.slice(Math.max(0, run.at - 100), run.at)) ?? ""} ${titles}`.trim();
    const isList = isListed || office.split(/[ ,]+/u).some((word) => PLURAL.test(word));
    carried = isList
      ? { until: run.until + (behind?.length ?? 0), titles: office.replace(/[ ,:—–]+$/u, "") }
      : undefined;
    mentions.push({ ...mention, name: source.slice(run.nameAt, run.until) });
  }
  return mentions;
}

/** Between the members of a list of people; what each stands for may be in brackets or behind "of". */
const LISTED =
  /^(?: \([^()]{1,40}\))?(?: of (?:the )?(?:\p{Lu}[\p{L}&-]{1,20} ?){1,4})?(?:, | ?and | ?, and | y | e | et | ?and )$/u;

function mentionOf(text: string, run: NameRun, { item, process }: Context): Omit<PersonMention, "name"> | undefined {
  const before = text.slice(Math.max(0, run.at - 100), run.at);
  const behind = text.slice(run.until, run.until + 140);
  const country = countryBehind(behind, item.language);
  // A single word is somebody only with a title or a country.
  const office = officeBefore(before);
  if (run.titles === "" && run.words.length < 2 && country === undefined && office === undefined) return undefined;
  const apposition = appositionBehind(behind, country?.length ?? 0);
  if (!isPerson(run, before, behind, office, apposition, country?.length ?? 0)) return undefined;
  const role =
    weightiest([
      roleIn(run.titles),
      office === undefined ? undefined : roleIn(office),
      apposition === undefined ? undefined : roleIn(apposition),
    ]) ?? roleByDeed(behind);
  const around = `${office ?? before.slice(-25)} ${run.titles} # ${apposition ?? ""}`;
  return {
    words: run.words,
    isTitled: run.titles !== "",
    role: role === undefined ? undefined : { ...role, name: withSubject(role, around, process) },
    country:
      country?.country ??
      countryServed(behind, item.language) ??
      countryByOffice(text, before, run, office, apposition, role, item),
  };
}

function countryByOffice(
  text: string,
  before: string,
  run: NameRun,
  office: string | undefined,
  apposition: string | undefined,
  role: Role | undefined,
  item: Item,
): string | undefined {
  const language = item.language;
  const lead = before.slice(0, before.length - (office?.length ?? 0));
  const titles = office === undefined && run.titles !== "" ? `${run.titles} ` : "";
  const ahead =
    countryBefore(`${lead}${titles}`, language) ?? (office === undefined ? undefined : countryWithin(office, language));
  if (ahead !== undefined) return ahead;
  const byAdjective = countryOfOffice(`${office ?? ""} ${run.titles}`.trim()) ?? countryOfOffice(apposition ?? "");
  if (byAdjective !== undefined) return byAdjective;
  const own = apposition === undefined ? undefined : roleIn(apposition);
  const serves = (own !== undefined && isStateOffice(own)) || MISSION.test(apposition ?? "");
  if (apposition !== undefined && serves) {
    const named = countryWithin(apposition, language);
    if (named !== undefined) return named;
  }
  return role !== undefined && isStateOffice(role) ? countrySpokenFor(text, language) : undefined;
}

/** Somebody with a title, an office or a country of their own; a town in brackets behind "in" is none. */
function isPerson(
  run: NameRun,
  before: string,
  behind: string,
  office: string | undefined,
  apposition: string | undefined,
  countryLength: number,
): boolean {
  if (run.titles !== "") return true;
  const isOfCountry =
    office !== undefined && countryBefore(before.slice(0, before.length - office.length), "en") !== undefined;
  if (run.words.length < 2)
    return office !== undefined && (countryLength > 0 || (isOfCountry && behind.startsWith(",")));
  if (NO_PERSON_BEFORE.test(before)) return false;
  if (office !== undefined || apposition !== undefined) return true;
  if (OF_AN_ORGANIZATION.test(behind) || OF_AN_INSTITUTION.test(behind)) return true;
  const isOwned = /'s? $/u.test(before) && (countryBefore(before, "en") !== undefined || OF_A_BODY.test(before));
  if (isOwned && (behind.startsWith(", who ") || SPEECH.test(behind) || DOES.test(behind))) return true;
  return (
    countryLength > 0 &&
    (/^,? (?:of|de|du|des|del|d')(?: |(?<='))/u.test(behind) || SPEECH.test(behind.slice(countryLength)))
  );
}

/** "facilitator ", "the Permanent Representative of Japan, " right before a name, from the office on. */
function officeBefore(before: string): string | undefined {
  const last = placesOf(before, ANY_ROLE).at(-1);
  if (last === undefined || SPOKEN_FOR.test(before)) return undefined;
  const gap = before.slice(last.until);
  // "L'Ambassadeur australien James Baxter"
  return TO_A_NAME.test(gap) || isDemonymBehind(gap.trim()) ? before.slice(last.at) : undefined;
}

/** ", co-convenor", ", who facilitates the group on privacy" behind a name and its country. */
function appositionBehind(behind: string, skip: number): string | undefined {
  const apposition = APPOSITION.exec(behind.slice(skip))?.[0];
  if (apposition === undefined) return undefined;
  const words = ROLE_STARTS.exec(apposition)?.groups?.["role"] ?? "";
  const role = firstPlace(words, ANY_ROLE);
  return role >= 0 && role <= 30 ? apposition : undefined;
}

/** "X of Norway chaired the meeting", "takes over as facilitator": the office that the rest of the clause gives. */
function roleByDeed(behind: string): Role | undefined {
  const role = roleIn(/^[^.;:“"]{0,100}/u.exec(behind)?.[0] ?? "");
  return role !== undefined && DEEDS.has(role.name) ? role : undefined;
}

const DEEDS: ReadonlySet<string> = new Set(["facilitator", "coordinator", "Chair"]);

function weightiest(roles: readonly (Role | undefined)[]): Role | undefined {
  return roles.filter((role) => role !== undefined).sort((a, b) => a.rank - b.rank)[0];
}
