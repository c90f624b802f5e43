import { fileURLToPath } from "node:url";
import type { Rules } from "./analysis/rules.ts";
import { loadConfig, type LoadedConfig } from "./config/load.ts";
import { packageRoot } from "./config/package-root.ts";
import { secretsOf } from "./config/secrets.ts";
import { loadRules } from "./config/topics.ts";
import { createLog, LOG_LEVELS, type LogLevel } from "./log.ts";
import type { Log } from "./model/log.ts";
import { isCron } from "./schedule.ts";
import type { World } from "./world.ts";

/** What a command line may say to every command. */
export interface GlobalOptions {
  readonly config?: string | undefined;
}

/** The configuration with the rules and the log that go with it. */
export interface Settings {
  readonly config: LoadedConfig;
  readonly rules: Rules;
  readonly log: Log;
}

/** Reads everything that a person configures. Throws ConfigError with all that is wrong. */
export async function loadSettings(options: GlobalOptions, world: World): Promise<Settings> {
  const rules = await loadRules(rulesFile(world));
  const topicIds = rules.topics.map((topic) => topic.id);
  const config = await loadConfig(options.config, { topicIds, isCron, env: world.env, readFile: world.readFile });
  const log = createLog({ level: logLevel(world), secrets: secretsOf(config), destination: world.printLog });
  return { config, rules, log };
}

/** The rules of relevance and topics: the file that `TRADEPOST_TOPICS` names, else the one that comes with the program. */
export function rulesFile(world: Pick<World, "env">): string {
  return world.env["TRADEPOST_TOPICS"] || fileURLToPath(new URL("config/topics.yaml", packageRoot()));
}

function logLevel(world: World): LogLevel {
  return LOG_LEVELS.find((level) => level === world.env["LOG_LEVEL"]) ?? "info";
}
