import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const ROOT = new URL("../../../", import.meta.url);

test.each(["json-lines.js", "json-lines.contract.js"])("docs/adapters.md shows %s as it is tested", async (name) => {
  const page = await readFile(new URL("docs/adapters.md", ROOT), "utf8");
  const file = await readFile(new URL(`tests/fixtures/adapter/${name}`, ROOT), "utf8");

  const shown = [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);

  expect(shown).toContain(file);
});
