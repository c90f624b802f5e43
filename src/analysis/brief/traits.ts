import type { Item } from "../../model/item.ts";
import { isPast } from "../background.ts";
import type { Sentence } from "../sentences.ts";
import type { Cue } from "./cues.ts";
import type { Weight } from "./weights.ts";

/** Words that somebody said; a term of a few words between such marks is none. */
const SPEECH = /[“«"] ?(?:[^ ”»"]+ ){4}/u;
/** All that somebody said and hardly more. */
const SPOKEN = /^[“«"]/u;
/** "Dates are known for two of them": of whom, the sentence before says. */
const OF_THEM = / (?:of them|d’entre eux|d’entre elles|de ellos|de ellas)(?=[.,:;])/u;

/** What a sentence is, whatever else is chosen: where it stands, what its cues say, whether it is news. */
export function traitsOf(
  item: Item,
  sentence: Sentence,
  cues: ReadonlyMap<Cue, number>,
  background: ReadonlySet<Sentence>,
  isCount: boolean,
): Weight[] {
  const traits: Weight[] = [];
  if (sentence.index === 1) traits.push("opening");
  else if (sentence.part === "description") traits.push("lead");
  if (sentence.bullet) traits.push("bullet");
  const isBackground = background.has(sentence) && !isCount;
  const isOver = isPast(sentence, item.published);
  for (const [cue, at] of cues) {
    // What was launched or decided years ago is no news.
    if ((isBackground || isOver) && (cue === "decision" || cue === "done")) continue;
    if (cue !== "reference" || at === 0) traits.push(cue);
  }
  if (!traits.includes("reference") && !isCount && OF_THEM.test(sentence.text)) traits.push("reference");
  if (SPEECH.test(sentence.text)) traits.push("quotation");
  if (SPOKEN.test(sentence.text)) traits.push("spoken");
  if (isBackground) traits.push("background");
  if (isOver) traits.push("past");
  return traits;
}

/** The lead first, in its own order, then what happened and what comes; what is told for completeness last. */
export function rankOf({ part }: Sentence, traits: readonly Weight[], tells: ReadonlyMap<string, Weight>): number {
  if (part === "description") return 0;
  if (traits.includes("background") || tells.has("participants")) return 2;
  return traits.includes("next") ? 1 : 0;
}
