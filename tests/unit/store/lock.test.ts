import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdDatabase } from "../../../src/store/lock.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tradepost-lock-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("a file is held by one process, the refusal names it, and disposing frees it", () => {
  const url = `file:${join(folder, "one.db")}`;
  const first = holdDatabase(url);
  expect(() => holdDatabase(url)).toThrow(`process ${process.pid}`);
  first?.[Symbol.dispose]();
  holdDatabase(url)?.[Symbol.dispose]();
});

test("a killed process holds nothing", async () => {
  const url = `file:${join(folder, "two.db")}`;
  const script = `const { holdDatabase } = await import(${JSON.stringify(new URL("../../../src/store/lock.ts", import.meta.url).href)});
    globalThis.lock = holdDatabase(${JSON.stringify(url)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(() => holdDatabase(url)).toThrow(`process ${child.pid}`);

  child.kill("SIGKILL");
  await once(child, "exit");

  holdDatabase(url)?.[Symbol.dispose]();
});

test("PostgreSQL needs no lock", () => {
  expect(holdDatabase("postgres://localhost/tradepost")).toBeUndefined();
});
