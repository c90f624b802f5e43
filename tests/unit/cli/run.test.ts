import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { defaultConfig, USUAL_FILE } from "../../../src/config/load.ts";
import { systemClock } from "../../../src/clock.ts";
import { systemNetwork } from "../../../src/feed/network.ts";
import { loadSettings } from "../../../src/settings.ts";
import type { World } from "../../../src/world.ts";

test("without a configuration the bot reads the live feed into the terminal and says how to add Slack or Discord", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-run-"));
  const ending = new AbortController();
  const asked: string[] = [];
  let printed = "";
  const world: World = {
    env: {},
    readFile: async (path) => {
      throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
    },
    freeSpace: async () => undefined,
    isLasting: async () => true,
    clock: systemClock,
    random: () => 0,
    // The name is looked up here and nowhere else: no packet leaves this machine.
    network: (agent) => ({
      ...systemNetwork(systemClock, agent),
      lookup: async (hostname) => {
        asked.push(hostname);
        throw Object.assign(new Error("no such host"), { code: "ENOTFOUND" });
      },
    }),
    print: (text) => {
      printed += text;
      if (printed.includes("Tradepost is connected")) ending.abort();
    },
    printLog: () => {},
    signal: ending.signal,
  };
  const settings = await loadSettings({}, world);
  const config = { ...settings.config, database: `file:${join(folder, "test.db")}` };

  await run({ ...settings, config }, world);

  expect(settings.config).toEqual(defaultConfig());
  expect(asked).toEqual(["www.wto.org"]);
  expect(printed).toContain("To add Slack or Discord, copy config/tradepost.example.yaml to config/tradepost.yaml");
  expect(USUAL_FILE).toBe("config/tradepost.yaml");
  await rm(folder, { recursive: true });
});
