import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { holdDatabase } from "../../../src/store/lock.ts";
import { ENGINES, freshDatabase } from "../../support/database.ts";

test.each(ENGINES)(
  "%s: a database is held by one process, the refusal says so, and disposing frees it",
  async (engine) => {
    await using database = await freshDatabase(engine);
    const first = await holdDatabase(database.url);
    await expect(holdDatabase(database.url)).rejects.toThrow(/^Another Tradepost/);
    await first[Symbol.asyncDispose]();
    await (await holdDatabase(database.url))[Symbol.asyncDispose]();
  },
);

test.each(ENGINES)("%s: a killed process holds nothing", async (engine) => {
  await using database = await freshDatabase(engine);
  const module = JSON.stringify(new URL("../../../src/store/lock.ts", import.meta.url).href);
  const script = `const { holdDatabase } = await import(${module});
    globalThis.lock = await holdDatabase(${JSON.stringify(database.url)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await expect(holdDatabase(database.url)).rejects.toThrow(engine === "sqlite" ? `process ${child.pid}` : /Another/);

  child.kill("SIGKILL");
  await once(child, "exit");

  // A server notices after a moment that the connection is gone.
  const lock = await vi.waitFor(() => holdDatabase(database.url));
  await lock[Symbol.asyncDispose]();
});
