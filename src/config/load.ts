import { ConfigError } from "./problems.ts";
import type { Problem } from "./problems.ts";
import { contradictions } from "./references.ts";
import { configSchema } from "./schema.ts";
import type { Config, Known } from "./schema.ts";
import { codeOf, fillIn } from "./variables.ts";
import type { Environment, ReadFile } from "./variables.ts";
import { tryYaml } from "./yaml.ts";
import { readYaml } from "./yaml-source.ts";

/** Where the configuration is looked for when nobody names a file, relative to the working directory. */
export const USUAL_FILE = "config/tradepost.yaml";

export interface LoadTools extends Known {
  readonly env: Environment;
  readonly readFile: ReadFile;
}

/** A configuration, and the file that it came from; undefined for the one that is built in. */
export interface LoadedConfig extends Config {
  readonly file: string | undefined;
}

/**
 * Reads the configuration: from `path` (the `--config` option), else from the file that `TRADEPOST_CONFIG` names, else
 * from `config/tradepost.yaml` where there is one, else the built-in one.
 *
 * @throws ConfigError with everything that is wrong; a file that was named but is not there is wrong too
 */
export async function loadConfig(path: string | undefined, tools: LoadTools): Promise<LoadedConfig> {
  const named = path ?? (tools.env["TRADEPOST_CONFIG"] || undefined);
  const file = named ?? USUAL_FILE;
  const text = await readText(file, tools.readFile, named === undefined);
  if (text === undefined) return defaultConfig();
  return { ...(await readConfig(text, file, tools)), file };
}

/** The live WTO feed into this terminal: what runs where nobody has written a configuration. */
export function defaultConfig(): LoadedConfig {
  const config = configSchema({ topicIds: [], isCron: () => true }).parse({
    chats: [{ name: "terminal", platform: "terminal" }],
    channels: [{ chat: "terminal", channel: "wto" }],
  });
  return { ...config, file: undefined };
}

async function readText(file: string, readFile: ReadFile, optional: boolean): Promise<string | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = codeOf(error);
    if (optional && code === "ENOENT") return undefined;
    const message = code === "ENOENT" ? "there is no such file" : `can't be read: ${code}`;
    throw new ConfigError([{ file, line: undefined, column: undefined, path: "", message }], { cause: error });
  }
}

async function readConfig(text: string, file: string, tools: LoadTools): Promise<Config> {
  const source = readYaml(text, file);
  const { value, troubles } = await fillIn(source.value, tools.env, tools.readFile);
  const checked = tryYaml(source, value, configSchema(tools));
  const first = [...troubles, ...contradictions(value)].map(({ path, message }) => source.problem(path, message));
  const problems = [...first, ...unsaid(checked.problems, first)];
  if (problems.length > 0 || checked.value === undefined) throw new ConfigError(problems);
  return checked.value;
}

/** A value whose variable is missing, or that contradicts another, needs no second complaint about its shape. */
function unsaid(problems: readonly Problem[], said: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => !said.some(({ path }) => path === problem.path));
}
