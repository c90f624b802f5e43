import type { AskTools, Command } from "../../../src/commands/command.ts";
import { asItIs } from "../../../src/commands/examples.ts";
import { COMMANDS } from "../../../src/commands/index.ts";
import { placeWords } from "../../../src/commands/typed.ts";
import type { Answer, Entry } from "../../../src/model/answer.ts";
import type { Topic } from "../../../src/model/topic.ts";
import { decodeAnalysis, encodeAnalysis } from "../../../src/store/analysis.ts";
import { addKeys, createItem, saveVersion } from "../../../src/store/items.ts";
import type { Db, NewVersion } from "../../../src/store/tables.ts";
import type { Analysis } from "../../../src/model/analysis.ts";
import { analysisOf, versionOf } from "../store/rows.ts";

export const NOW = Date.UTC(2026, 5, 15, 10, 0);

export const TOPICS: readonly Topic[] = [
  { id: "moratorium", emoji: "⏳", labels: { en: "Moratorium", fr: "Moratoire", es: "Moratoria" } },
  { id: "e-signatures", emoji: "✍️", labels: { en: "E-signatures", fr: "Signatures électroniques", es: "Firmas" } },
];

/** What commands need, on a database and a day in June 2026. */
export function askTools(db: Db, changes: Partial<AskTools> = {}): AskTools {
  return {
    db,
    now: NOW,
    timezone: "Europe/Zurich",
    language: "en",
    topics: TOPICS,
    channels: [],
    feeds: ["wto-news"],
    keyOf: (source) => (source.startsWith("https://") ? `link:${source}` : undefined),
    explain: (version) =>
      decodeAnalysis(version.analysis).reasons.map((reason) => ({ decision: "relevant", ...reason, sentence: "" })),
    example: asItIs,
    ...changes,
  };
}

/** Asks as one types: the command's name, then words; `--page N` in the end for a later page. */
export async function ask(typed: readonly string[], tools: AskTools, page = 1): Promise<Answer> {
  const [name, ...words] = typed;
  const command = commandOf(name ?? "");
  return command.run({ values: placeWords(command, words, {}, tools), page }, tools);
}

export function commandOf(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  return command;
}

/** An entry as text: the headline, and below it each line, with marks as stars. */
export function textOf({ headline, lines }: Entry): readonly string[] {
  const marked = (spans: Entry["headline"]): string =>
    spans.map(({ text, isMarked }) => (isMarked ? `*${text}*` : text)).join("");
  return [
    marked(headline),
    ...lines.map((line) => {
      if (line.kind === "point") return `• ${marked(line.spans)}`;
      if (line.kind === "fact") return `${line.label}: ${line.value}`;
      return line.kind === "quote" ? `“${line.text}”` : `${line.text} <${line.url}>`;
    }),
  ];
}

/** Enters an item in English, or as the changes say, with the address `https://example.org/ID`. */
export async function enter(
  db: Db,
  id: string,
  analysis: Partial<Analysis>,
  changes: Partial<NewVersion> = {},
): Promise<void> {
  const version = versionOf({
    item_id: id,
    url: `https://example.org/${id}`,
    analysis: encodeAnalysis(analysisOf(analysis)),
    ...changes,
  });
  const { first_seen_at, published = null, relevant } = version;
  if (version.revision === 1) await createItem(db, { id, first_seen_at, published, relevant });
  await addKeys(db, id, [`link:https://example.org/${id}`]);
  await saveVersion(db, version);
}
