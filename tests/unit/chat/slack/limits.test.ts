import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../../src/chat/slack/limits.ts";

// @slack/types documents most maxima in its comments: an outside source for our table.
const fromBolt = createRequire(createRequire(import.meta.url).resolve("@slack/bolt"));
const types = dirname(fromBolt.resolve("@slack/types"));

/** The comments of one interface, as one line. */
async function documented(file: string, name: string): Promise<string> {
  const source = await readFile(join(types, file), "utf8");
  const start = source.indexOf(`interface ${name} `);
  const body = source.slice(start, source.indexOf("\n}", start));
  return body.replaceAll(/\s*\n\s*\*?\s*/g, " ");
}

describe("limits", () => {
  test("a header's text", async () => {
    const text = await documented("block-kit/blocks.d.ts", "HeaderBlock");
    expect(text).toContain(`Maximum length for the text in this field is ${LIMITS.headerText} characters`);
  });

  test("a context's elements", async () => {
    const text = await documented("block-kit/blocks.d.ts", "ContextBlock");
    expect(text).toContain(`Maximum number of items is ${LIMITS.contextElements}.`);
  });

  test("a plain text object", async () => {
    const text = await documented("block-kit/composition-objects.d.ts", "PlainTextElement");
    expect(text).toContain(`maximum length is ${LIMITS.textObject} characters`);
  });

  test("an address, no longer than a button's may be", async () => {
    const text = await documented("block-kit/block-elements.d.ts", "Button");
    const [, most] = /Maximum length for this field is (3000) characters/.exec(text) ?? [];
    expect(LIMITS.url).toBeLessThanOrEqual(Number(most));
  });

  test("a message's blocks", async () => {
    const source = await readFile(join(types, "chunk.d.ts"), "utf8");
    expect(source).toMatch(new RegExp(`\\b${LIMITS.blocks}\\b`));
  });
});
