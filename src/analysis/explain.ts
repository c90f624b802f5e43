import type { Analysis } from "../model/analysis.ts";
import type { Item } from "../model/item.ts";
import type { Explained } from "../model/explained.ts";
import { analyse } from "./analyse.ts";
import { backgroundOf } from "./background.ts";
import { toldByTitle } from "./brief/brief.ts";
import { candidatesOf, type Candidate } from "./brief/candidates.ts";
import type { Known } from "./brief/tells.ts";
import { select } from "./brief/select.ts";
import { WEIGHTS, type Weight } from "./brief/weights.ts";
import { mentionsOf } from "./mentions.ts";
import type { Rules } from "./rules.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

/**
 * Everything that was decided about an item, each with the rule, the words that set it off and the sentence in which they
 * stand. What is not in the source itself has no sentence.
 */
export function explain(item: Item, rules: Rules): readonly Explained[] {
  const analysis = analyse(item, rules);
  const sentences = sentencesOf(item);
  const mentions = mentionsOf(sentences, rules, item.language);
  const known: Known = {
    meetings: analysis.meetings,
    participants: analysis.participants,
    targets: analysis.targets,
    mentions,
    background: backgroundOf(sentences),
  };
  return [
    ...analysis.reasons.map(({ rule, words }) => {
      const isTopic = rule.startsWith("topic ");
      const decision = isTopic ? rule : analysis.relevant ? "relevant" : "passed over";
      return stated(
        decision,
        isTopic ? "a phrase of its list, or its link" : rule,
        words,
        sentenceWith(words, sentences),
      );
    }),
    ...explainFacts(analysis, sentences),
    ...explainBrief(item, sentences, known),
  ];
}

function explainFacts(analysis: Analysis, sentences: readonly Sentence[]): readonly Explained[] {
  return [
    ...analysis.meetings.map(({ start, end, kind, status, quote }) =>
      stated(
        `meeting ${start === end ? start : `${start} to ${end}`}`,
        "a day beside the words of a meeting",
        `${kind}, ${status}`,
        quote,
      ),
    ),
    ...(analysis.monthMeetings ?? []).map(({ month, kind, status, quote }) =>
      stated(`meeting in ${month}`, "a month beside the words of a meeting", `${kind}, ${status}`, quote),
    ),
    ...(analysis.participants === undefined
      ? []
      : [
          stated(
            "participants",
            "a number of those who take part now",
            String(analysis.participants.count),
            analysis.participants.quote,
          ),
        ]),
    ...analysis.targets.map(({ what, by, quote }) => stated(`target ${by}`, "something due by a time", what, quote)),
    ...analysis.people.map(({ name, role, country }) =>
      stated(
        `person ${name}`,
        "a name with an office or a country",
        [role, country].filter(Boolean).join(", "),
        sentenceWith(name, sentences),
      ),
    ),
    ...analysis.documents.map((symbol) =>
      stated(`document ${symbol}`, "a document symbol", symbol, sentenceWith(symbol, sentences)),
    ),
  ];
}

function stated(decision: string, rule: string, words: string, sentence: string): Explained {
  return { decision, rule, words, sentence };
}

/** Where words of the source stand; a reason may join two places by "…". */
function sentenceWith(words: string, sentences: readonly Sentence[]): string {
  const [first = ""] = words.split(" … ");
  return first === "" ? "" : (sentences.find(({ text }) => text.includes(first))?.text ?? "");
}

/** Why each sentence is a point, or is none. */
function explainBrief(item: Item, sentences: readonly Sentence[], known: Known): readonly Explained[] {
  const candidates = candidatesOf(item, sentences, known);
  const chosen = select(candidates, toldByTitle(item, known), WEIGHTS);
  return sentences.flatMap((sentence): readonly Explained[] => {
    if (sentence.part === "title" || sentence.heading) return [];
    const point = chosen.find((one) => one.sentence === sentence);
    const own = point ?? candidates.find((one) => one.sentence === sentence);
    if (own === undefined)
      return [
        {
          decision: "no point",
          rule: "too short, too long, numbered, a question, or said before",
          words: "",
          sentence: sentence.text,
        },
      ];
    const words = traitsOf(own).join(", ");
    return point === undefined
      ? [{ decision: "no point", rule: "others tell more for their length", words, sentence: sentence.text }]
      : [
          {
            decision: "point",
            rule: point.text === sentence.text ? "tells most for its length" : "tells most for its length, shortened",
            words,
            sentence: point.text,
          },
        ];
  });
}

/** What speaks for and against a sentence, the weightiest first. */
function traitsOf({ traits, tells }: Candidate): readonly Weight[] {
  const all = new Set<Weight>([...traits, ...[...tells.values()].filter((weight) => weight !== "news")]);
  return [...all].toSorted((a, b) => Math.abs(WEIGHTS[b]) - Math.abs(WEIGHTS[a]));
}
