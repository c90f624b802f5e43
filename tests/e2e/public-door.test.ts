import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as source from "../../src/index.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a module that stands in this package's folder, as an adapter does that is named by its path. */
function printed(module: string): unknown {
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", module], { cwd: ROOT, encoding: "utf8" }),
  );
}

test("an adapter in a checkout or container imports from tradepost what src/index.ts offers", () => {
  const names = printed('import * as door from "tradepost"; console.log(JSON.stringify(Object.keys(door)));');

  expect(names).toEqual(Object.keys(source).toSorted((one, other) => (one < other ? -1 : 1)));
});

test("the errors that it throws are those that the program knows", () => {
  const same = printed(
    'import { ChatError } from "tradepost"; import * as own from "./src/chat/errors.ts"; console.log(ChatError === own.ChatError);',
  );

  expect(same).toBe(true);
});
