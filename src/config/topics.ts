import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isPhrase } from "../analysis/phrase-tree.ts";
import { rulesOf, type Rules } from "../analysis/rules.ts";
import { ConfigError } from "./problems.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Reads the rules of relevance and topics, by default `config/topics.yaml`.
 *
 * @throws ConfigError where the file can't be read, or with everything that is wrong in it, each with line and column
 */
export async function loadRules(path: string): Promise<Rules> {
  return parseRules(await readRules(path), path);
}

/**
 * Checks and compiles the text of a rules file.
 *
 * @param file its name, as problems show it
 * @throws ConfigError with everything that is wrong, each with line and column
 */
export function parseRules(text: string, file: string): Rules {
  return rulesOf(parseYaml(text, file, ruleFile));
}

async function readRules(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const message = `can't be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new ConfigError([{ file: path, line: undefined, column: undefined, path: "", message }], { cause: error });
  }
}

const phrase = z.string().refine(isPhrase, {
  error: 'is an empty phrase: write at least one word, with no "..." at its beginning or end',
});
const phraseList = z.array(phrase).default([]);
const phrases = z.strictObject({ en: phraseList, fr: phraseList, es: phraseList });
const noPhrases = { en: [], fr: [], es: [] };
const wordList = { words: phrases, not: phrases.default(noPhrases) };

const links = z
  .array(z.string().regex(/^[a-z]+$/u, "is no link stem: the letters before the first _ of a file name, such as ecom"))
  .default([]);

const label = z.string().trim().min(1);

const topic = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z0-9]+)*$/u, "is no topic id: small letters, parted by hyphens"),
  emoji: z.string().trim().min(1),
  labels: z.strictObject({ en: label, fr: label, es: label }),
  links,
  asides: z.boolean().default(true),
  ...wordList,
});

const ruleFile = z.strictObject({
  relevance: z.strictObject({
    links,
    subject: z.strictObject(wordList),
    work: z.strictObject(wordList),
    decision: z.strictObject(wordList),
    near: z.strictObject(wordList),
    others: z.strictObject(wordList),
  }),
  topics: z.array(topic).min(1).superRefine(refuseDoubles),
});

function refuseDoubles(topics: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of topics.entries()) {
    if (seen.has(id)) {
      context.addIssue({ code: "custom", path: [index, "id"], message: `the topic ${id} is there twice: keep one` });
    }
    seen.add(id);
  }
}
