import type { types } from "@slack/bolt";
import type { DigestPost, ItemPost } from "../../model/post.ts";
import { headingsAt, keyFacts, noveltiesBeside, sharedBy, type Shared } from "../digest-parts.ts";
import { fitText } from "../fit.ts";
import {
  dateText,
  factLine,
  headline,
  LABEL,
  noveltyLines,
  pointsOf,
  retractionLine,
  strikeIf,
  topicsText,
  updateLine,
  type Detail,
} from "./item-blocks.ts";
import { LIMITS } from "./limits.ts";
import {
  bold,
  bullets,
  context,
  header,
  leftOut,
  paragraph,
  richText,
  SEPARATOR,
  words,
  type Span,
} from "./rich-text.ts";

const UNNAMED = "…";
const ENTRY_POINTS = 1;
const ENTRY_FACTS = 3;
const ENTRY_NOVELTIES = 2;
/** So many meetings are named at the top. */
const NEXT = 8;
const NEXT_LINE = 200;
/** What a digest may need besides its entries and the rules above all but the first: heading, what comes next, count, rule and source. */
const AROUND = 5;

/**
 * A digest's heading, its first `shown` entries, how many are left out, and what all have in common, parted by rules as
 * long as Slack takes that many blocks. Where `detail` leaves no points, each entry is one block.
 */
export function digestBlocks(post: DigestPost, detail: Detail, shown: number): readonly types.KnownBlock[] {
  const shared = sharedBy(post.entries);
  const common = [fitText(shared.source, LABEL), fitText(shared.day, LABEL)].filter(Boolean).join(SEPARATOR);
  const entries = post.entries.slice(0, shown).map((entry) => entryBlocks(entry, detail, shared));
  const rules = entries.length - 1 + (post.sections?.length ?? 0);
  const rule: readonly types.KnownBlock[] =
    entries.flat().length + rules + AROUND > LIMITS.blocks ? [] : [{ type: "divider" }];
  const next = post.next === undefined || post.next.lines.length === 0 ? [] : [nextBlock(post.next)];
  return [
    header(post.title || UNNAMED),
    ...next,
    ...entries.flatMap((blocks, at) => {
      const headings = headingsAt(post, at).map((title) => richText([paragraph([[bold(fitText(title, LABEL))]])]));
      return [...(at === 0 ? [] : rule), ...headings, ...blocks];
    }),
    ...leftOut(post.entries.length - entries.length),
    ...(common === "" ? [] : [...rule, context(common)]),
  ];
}

/** What comes next, a line each. */
function nextBlock({ title, lines }: NonNullable<DigestPost["next"]>): types.RichTextBlock {
  const shown = lines.slice(0, NEXT).map((line) => [words(fitText(line, NEXT_LINE))]);
  const more = lines.length > NEXT ? [[words(`… +${lines.length - NEXT}`)]] : [];
  return richText([paragraph([[bold(fitText(title, LABEL))]]), bullets([...shown, ...more])]);
}

/** Linked headline, the first sentence, what matters in a line, and in grey the day, the topics and the last update. */
function entryBlocks(entry: ItemPost, detail: Detail, shared: Shared): readonly types.KnownBlock[] {
  const below = [
    shared.day === "" ? dateText(entry) : "",
    shared.source === "" ? fitText(entry.source, LABEL) : "",
    topicsText(entry),
  ]
    .filter(Boolean)
    .join(SEPARATOR);
  const head = strikeIf(entry, headline(entry, detail));
  const retraction = entry.retracted === undefined ? [] : [retractionLine(entry.retracted)];
  if (detail.points === 0)
    return [richText([paragraph([...retraction, head, ...(below === "" ? [] : [[words(below)]])])])];
  const updates = entry.updates.slice(-1).map(updateLine);
  const points = pointsOf(entry, { ...detail, points: Math.min(detail.points, ENTRY_POINTS) });
  const facts = factsLine(entry, detail);
  const lines = [
    ...retraction,
    head,
    ...points.map((point) => strikeIf(entry, [words(point)])),
    ...(facts.length === 0 ? [] : [strikeIf(entry, facts)]),
    ...noveltyLines(entry, noveltiesBeside(entry, ENTRY_NOVELTIES), detail),
    ...updates,
  ];
  return [richText([paragraph(lines)]), ...(below === "" ? [] : [context(below)])];
}

function factsLine(entry: ItemPost, detail: Detail): readonly Span[] {
  const facts = keyFacts(entry, Math.min(detail.facts, ENTRY_FACTS));
  return facts.flatMap((fact, at) => [...(at === 0 ? [] : [words(SEPARATOR)]), ...factLine(fact, detail)]);
}
