import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadForeign } from "../../../src/chat/foreign.ts";
import { testTools } from "../../support/adapter-tools.ts";

const WHOLE = "verify() {}, listen() {}, connection() {}, send() {}, edit() {}, publish() {}, find() {}";
const CAPABILITIES = "edit: true, reply: true, find: true, publish: false, silent: false, dedupeWindow: 0";

async function load(methods: string, capabilities = CAPABILITIES): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-adapter-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "adapter.mjs");
  const adapter = `{ capabilities: { ${capabilities} }, ${methods}, async [Symbol.asyncDispose]() {} }`;
  await writeFile(file, `export const createAdapter = () => (${adapter});\n`);
  return await loadForeign({ name: "journal", adapter: file, options: {} }, testTools().tools);
}

test("an adapter with all of the contract is taken", async () => {
  await expect(load(WHOLE)).resolves.toHaveProperty("publish");
});

test.each(["verify", "listen", "connection", "send", "edit", "publish", "find"])(
  "one that lacks %s is refused, with its name",
  async (method) => {
    await expect(load(WHOLE.replace(`${method}() {}`, `${method}: undefined`))).rejects.toThrow(`it lacks ${method};`);
  },
);

test.each(["publish", "silent", "dedupeWindow"])("one that does not say whether it can %s is refused", async (name) => {
  const rest = CAPABILITIES.split(", ").filter((capability) => !capability.startsWith(name));
  await expect(load(WHOLE, rest.join(", "))).rejects.toThrow("it lacks its capabilities");
});
