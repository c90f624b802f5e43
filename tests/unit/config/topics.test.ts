import { describe, expect, test } from "vitest";
import { ConfigError } from "../../../src/config/problems.ts";
import { loadRules, parseRules } from "../../../src/config/topics.ts";

const RELEVANCE = `relevance:
  links: [ecom]
  subject: { words: { en: [e-commerce] } }
  work: { words: {} }
  decision: { words: {} }
  near: { words: {} }
  others: { words: {} }
`;

function topic(lines: string): string {
  return `${RELEVANCE}topics:
  - id: spam
    emoji: 📭
    labels: { en: Spam, fr: Pourriel, es: Correo no deseado }
${lines}`;
}

function problemsOf(text: string): readonly string[] {
  try {
    parseRules(text, "topics.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split("\n");
  }
}

describe("rules", () => {
  test("as they come with the bot have every topic with a label in each language", async () => {
    const { topics } = await loadRules("config/topics.yaml");
    expect(topics).toHaveLength(29);
    expect(topics.map(({ id }) => id)).toContain("joint-initiative");
    for (const { labels } of topics) expect(Object.values(labels).every((label) => label !== "")).toBe(true);
  });

  test("may leave out what they don't need", () => {
    const { topics } = parseRules(topic("    words: { en: [spam, junk mail] }\n"), "topics.yaml");
    expect(topics[0]).toMatchObject({ id: "spam", links: [], asides: true, not: { en: [], fr: [], es: [] } });
  });

  test("that can't be read are an error with the file's name", async () => {
    await expect(loadRules("config/no-such.yaml")).rejects.toThrow("config/no-such.yaml: can't be read");
  });
});

describe("a mistake is told with its line", () => {
  test("an empty phrase", () => {
    const [problem] = problemsOf(topic('    words:\n      en:\n        - spam\n        - ""\n'));
    expect(problem).toMatch(/^topics\.yaml:15:\d+ topics\[0\]\.words\.en\[1\]: is an empty phrase/u);
  });

  test("a gap at the end of a phrase", () => {
    expect(problemsOf(topic("    words: { en: [unwanted ...] }\n"))[0]).toMatch(/^topics\.yaml:12:\d+ .*empty phrase/u);
  });

  test("a topic that is there twice", () => {
    const twice = `${topic("    words: { en: [spam] }\n")}  - id: spam
    emoji: 📭
    labels: { en: a, fr: b, es: c }
    words: {}
`;
    expect(problemsOf(twice)).toEqual(["topics.yaml:13:9 topics[1].id: the topic spam is there twice: keep one"]);
  });

  test("a key that is misspelt, and a label that is missing, together", () => {
    const text = topic("    word: { en: [spam] }\n").replace(", es: Correo no deseado", "");
    expect(problemsOf(text).join("\n")).toMatch(/topics\.yaml:11:\d+ topics\[0\]\.labels\.es: is missing/u);
    expect(problemsOf(text).join("\n")).toMatch(
      /topics\.yaml:12:5 topics\[0\]\.word: is not known; did you mean "words"/u,
    );
  });

  test("an id with capitals and a language that is not known", () => {
    const text = topic("    words: { de: [spam] }\n").replace("id: spam", "id: Spam");
    expect(problemsOf(text).join("\n")).toMatch(
      /:9:9 topics\[0\]\.id: is no topic id[\s\S]*:12:\d+ topics\[0\]\.words\.de: is not known/u,
    );
  });

  test("text that is no YAML", () => {
    expect(problemsOf("topics: [a\n")[0]).toMatch(/^topics\.yaml:\d+:\d+/u);
  });
});
