import type { Item } from "../../model/item.ts";
import { isPast } from "../background.ts";
import type { Sentence } from "../sentences.ts";
import { tellsWhatComes } from "./ahead.ts";
import type { Cue } from "./cues.ts";
import type { Weight } from "./weights.ts";

/** Words that somebody said; a term of a few words between such marks is none. */
const SPEECH = /[“«"] ?(?:[^ ”»"]+ ){4}/u;
/** All that somebody said and hardly more. */
const SPOKEN = /^[“«"]/u;
/** "Dates are known for two of them": of whom, the sentence before says. */
const OF_THEM = / (?:of them|d’entre eux|d’entre elles|de ellos|de ellas)(?=[.,:;])/u;

/** A capital behind a space: somebody or something that has a name. */
const NAME = / \p{Lu}/u;

/** What a sentence is, whatever else is chosen: where it stands, what its cues say, whether it is news. */
export function traitsOf(
  item: Item,
  sentence: Sentence,
  cues: ReadonlyMap<Cue, number>,
  background: ReadonlySet<Sentence>,
  tells: ReadonlyMap<string, Weight>,
): Weight[] {
  const traits: Weight[] = [];
  const isCount = tells.has("participants");
  if (sentence.index === 1) traits.push("opening");
  else if (sentence.part === "description") traits.push("lead");
  if (sentence.bullet) traits.push("bullet");
  const isBackground = background.has(sentence) && !isCount;
  const isOver = isPast(sentence, item.published);
  for (const [cue, at] of cues) {
    // What was launched or decided years ago is no news.
    if ((isBackground || isOver) && (cue === "decision" || cue === "done")) continue;
    // What a meeting talked about is no news in the middle of an item, and all of it in the opening.
    if (sentence.index === 1 && (cue === "talk" || cue === "generic")) continue;
    if (cue !== "reference" || at === 0) traits.push(cue);
  }
  if (!traits.includes("reference") && !isCount && OF_THEM.test(sentence.text)) traits.push("reference");
  if (!NAME.test(sentence.text)) traits.push("nameless");
  if (SPEECH.test(sentence.text)) traits.push("quotation");
  else if (tellsWhatComes(sentence.text, item.language)) traits.push("ahead");
  if (SPOKEN.test(sentence.text)) traits.push("spoken");
  if (isBackground) traits.push("background");
  if (isOver) traits.push("past");
  return traits;
}

/** The lead first, in its own order, then what happened and what comes; what is told for completeness last. */
export function rankOf({ part }: Sentence, traits: readonly Weight[], tells: ReadonlyMap<string, Weight>): number {
  if (part === "description") return 0;
  if (traits.includes("background") || tells.has("participants")) return 2;
  return traits.includes("next") || traits.includes("ahead") ? 1 : 0;
}
