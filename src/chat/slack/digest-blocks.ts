import type { types } from "@slack/bolt";
import type { DigestPost, ItemPost } from "../../model/post.ts";
import { keyFacts, sharedBy, type Shared } from "../digest-parts.ts";
import { fitText } from "../fit.ts";
import { dateText, factLine, headline, LABEL, pointsOf, topicsText, updatesText, type Detail } from "./item-blocks.ts";
import { LIMITS } from "./limits.ts";
import { context, header, leftOut, paragraph, richText, SEPARATOR, words, type Span } from "./rich-text.ts";

const UNNAMED = "…";
const ENTRY_POINTS = 1;
const ENTRY_FACTS = 3;
/** What a digest may need besides its entries and the rules above all but the first: heading, count, rule and source. */
const AROUND = 4;

/**
 * A digest's heading, its first `shown` entries, how many are left out, and what all have in common, parted by rules as
 * long as Slack takes that many blocks. Where `detail` leaves no points, each entry is one block.
 */
export function digestBlocks(post: DigestPost, detail: Detail, shown: number): readonly types.KnownBlock[] {
  const shared = sharedBy(post.entries);
  const common = [fitText(shared.source, LABEL), fitText(shared.day, LABEL)].filter(Boolean).join(SEPARATOR);
  const entries = post.entries.slice(0, shown).map((entry) => entryBlocks(entry, detail, shared));
  const rules = entries.length - 1;
  const rule: readonly types.KnownBlock[] =
    entries.flat().length + rules + AROUND > LIMITS.blocks ? [] : [{ type: "divider" }];
  return [
    header(post.title || UNNAMED),
    ...entries.flatMap((blocks, at) => (at === 0 ? blocks : [...rule, ...blocks])),
    ...leftOut(post.entries.length - entries.length),
    ...(common === "" ? [] : [...rule, context(common)]),
  ];
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
  if (detail.points === 0)
    return [richText([paragraph([headline(entry, detail), ...(below === "" ? [] : [[words(below)]])])])];
  const grey = [below, updatesText(entry, 1)].filter(Boolean).join("\n");
  const points = pointsOf(entry, { ...detail, points: Math.min(detail.points, ENTRY_POINTS) });
  const facts = factsLine(entry, detail);
  const lines = [
    headline(entry, detail),
    ...points.map((point) => [words(point)]),
    ...(facts.length === 0 ? [] : [facts]),
  ];
  return [richText([paragraph(lines)]), ...(grey === "" ? [] : [context(grey)])];
}

function factsLine(entry: ItemPost, detail: Detail): readonly Span[] {
  const facts = keyFacts(entry, Math.min(detail.facts, ENTRY_FACTS));
  return facts.flatMap((fact, at) => [...(at === 0 ? [] : [words(SEPARATOR)]), ...factLine(fact, detail)]);
}
