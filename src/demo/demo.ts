import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { openApp, type App } from "../app.ts";
import { converse } from "../chat/terminal/prompt.ts";
import { greetChannels } from "../delivery/greet.ts";
import { configSchema } from "../config/schema.ts";
import { deliverDue } from "../delivery/dispatch.ts";
import { momentText } from "../delivery/dates.ts";
import type { Clock, Millis } from "../model/time.ts";
import { pollFeed, type Look } from "../pipeline.ts";
import { isCron } from "../schedule.ts";
import { rulesFile, type Settings } from "../settings.ts";
import { loadRules } from "../config/topics.ts";
import { createLog } from "../log.ts";
import type { World } from "../world.ts";
import { startSampleServer } from "./feed-server.ts";
import { lookLines } from "./narrate.ts";
import { ENGLISH, FRENCH, STORY } from "./story.ts";

/** Where the demo's clock begins: the morning of a quiet Monday. */
const START: Millis = Date.UTC(2026, 5, 22, 6, 0);

/**
 * Shows the whole way of an item offline: real polls of a server on this machine, the real analysis, database, outbox and
 * terminal adapter. Only the clock is led, so that some days pass in some seconds. True where all was as it should be.
 * @param pause how long to rest after each step, for a person who reads along
 */
export async function demo(world: World, pause: Millis): Promise<boolean> {
  await using server = await startSampleServer();
  const folder = await mkdtemp(join(tmpdir(), "tradepost-demo-"));
  const clock = steppingClock(START);
  const stop = { soon: world.signal, now: world.signal };
  try {
    const settings = await settingsFor(server.origin, join(folder, "demo.db"), world);
    const stage: World = {
      ...world,
      lines: undefined,
      clock,
      network: (agent) => ({ ...world.network(agent), clock }),
    };
    await using app = await openApp(settings, stage, "worker");
    await greetChannels(app.delivering, app.polling.feeds);
    const failures: string[] = [];
    for (const step of STORY) {
      if (world.signal.aborted) break;
      clock.advance(step.after);
      step.serve(server.pages);
      tell(world, `${momentText(clock.now(), settings.config.timezone, "en")}  ${step.title}`);
      const looks: Look[] = [];
      for (const feed of settings.config.feeds) {
        const look = await pollFeed(feed, app.polling, world.signal);
        looks.push(look);
        for (const line of lookLines(feed.name, look)) world.print(`    ${line}\n`);
      }
      world.print("\n");
      await deliverDue(app.delivering, stop);
      if (!step.expected(looks)) failures.push(step.title);
      await world.clock.sleep(pause, world.signal).catch(() => {});
    }
    if (world.signal.aborted) return true;
    tell(world, failures.length === 0 ? ENDING : `Not as it should be: ${failures.join("; ")}`);
    if (pause > 0) await talk(app, world);
    return failures.length === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lets a person ask about what was read, until an end of input. */
async function talk(app: App, world: World): Promise<void> {
  const lines = world.lines?.();
  if (lines === undefined) return;
  world.print("Ask about what you have seen, for example: meetings, or help. Ctrl+D ends.\n\n");
  const talking = { desk: app.deskOf("demo"), lines, print: world.print, channel: () => "e-commerce", person: "you" };
  await converse(talking, world.signal);
}

const ENDING =
  "That was the whole way, offline. Run the bot on the live feed with: npm start. Add Slack or Discord with docs/hosting.md.";

async function settingsFor(origin: string, database: string, world: World): Promise<Settings> {
  const rules = await loadRules(rulesFile(world));
  const config = configSchema({ topicIds: rules.topics.map((topic) => topic.id), isCron }).parse({
    database: `file:${database}`,
    feeds: [
      { name: "wto-news", url: `${origin}${ENGLISH}`, language: "en" },
      { name: "wto-nouvelles", url: `${origin}${FRENCH}`, language: "fr" },
    ],
    chats: [{ name: "demo", platform: "terminal" }],
    channels: [
      { chat: "demo", channel: "e-commerce" },
      { chat: "demo", channel: "cybersécurité", topics: ["cybersecurity"], language: "fr" },
    ],
    operators: { chat: "demo", channel: "operators" },
  });
  return { config: { ...config, file: undefined }, rules, log: createLog({ level: "silent", secrets: [] }) };
}

function tell(world: World, text: string): void {
  world.print(`${styleText(["bold", "cyan"], `▸ ${text}`, { validateStream: false })}\n`);
}

interface SteppingClock extends Clock {
  advance(ms: Millis): void;
}

/** A clock that moves only when told to; whoever sleeps wakes at once. */
function steppingClock(start: Millis): SteppingClock {
  let now = start;
  return {
    now: () => now,
    sleep: async () => {},
    advance: (ms) => {
      now += ms;
    },
  };
}
