import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { RequestError } from "./commands/request-error.ts";
import { packageVersion } from "./config/package-root.ts";
import { ConfigError } from "./config/problems.ts";
import { loadSettings, rulesFile, type GlobalOptions, type Settings } from "./settings.ts";
import { realWorld, type World } from "./world.ts";

/** The bot's answers to a shell: done, something failed, wrong usage or configuration. */
const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** So that a person can read along and the demo still ends within 20 seconds. */
const READING_PAUSE = 1_200;

/**
 * Runs one command of the command line and returns the exit status. Each command loads only what it needs.
 * @param argv as `process.argv` has it
 */
export async function main(argv: readonly string[]): Promise<number> {
  const ending = new AbortController();
  const end = (): void => ending.abort(new Error("asked to end"));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const outcome = { ok: true };
  // Whoever reads the output may have had enough of it, as `head` does.
  process.stdout.on("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
    process.exit(EXIT.done);
  });
  try {
    const program = await programOf(realWorld(ending.signal), outcome, argv);
    await program.parseAsync(argv);
    return outcome.ok ? EXIT.done : EXIT.failed;
  } catch (error) {
    return exitStatusOf(error, ending.signal);
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
}

interface Outcome {
  ok: boolean;
}

async function programOf(world: World, outcome: Outcome, argv: readonly string[]): Promise<Command> {
  const program = new Command("tradepost")
    .description("Posts every WTO e-commerce news item, once, in your Slack and Discord channels.")
    .version(packageVersion())
    .option("--config <file>", "the configuration (default: config/tradepost.yaml, or what TRADEPOST_CONFIG names)")
    .showHelpAfterError("Run with --help to see what there is.")
    .exitOverride();
  const settings = async (): Promise<Settings> => await loadSettings(program.opts<GlobalOptions>(), world);
  botCommands(program, settings, world, outcome);
  lookCommands(program, settings, world, outcome);
  deliveryCommands(program, settings, world);
  archiveCommands(program, settings, world, outcome);
  // Their declarations take time to load, which the other commands need not spend.
  const [asked] = program.parseOptions(argv.slice(2)).operands;
  if (!program.commands.some((command) => command.name() === asked)) await askCommands(program, settings, world);
  return program;
}

/** The look-ups, as they are declared for every surface. */
async function askCommands(program: Command, settings: () => Promise<Settings>, world: World): Promise<void> {
  const [{ LOOK_UPS }, { ask }] = await Promise.all([import("./commands/index.ts"), import("./cli/ask.ts")]);
  await manageCommands(program, settings, world);
  const examples = LOOK_UPS.flatMap((look) => look.examples).map((example) => `  npx tradepost ${example}`);
  program.addHelpText("after", ["", "What one can ask, by example:", ...examples].join("\n"));
  for (const look of LOOK_UPS) {
    const command = program
      .command(look.name)
      .description(look.summary.en)
      .argument("[words...]", look.options.map(({ name, required }) => (required ? name : `[${name}]`)).join(" "))
      .option("--page <number>", "which page of the answer", wholeNumber, 1)
      .option("--json", "one JSON object, for programs", false)
      .addHelpText("after", ["", "Examples:", ...look.examples.map((one) => `  npx tradepost ${one}`)].join("\n"));
    for (const { name, summary, choices = [] } of look.options) {
      const list = choices.length === 0 ? "" : `: ${choices.join(", ")}`;
      command.option(`--${name} <${name}>`, summary.en + list);
    }
    if (look.name === "topics") topicsTest(command, settings, world);
    if (look.name === "meetings") command.option("--ics <file>", "into this file, as a calendar");
    command.action(async (words: string[], options: Record<string, string> & { page: number; json: boolean }) => {
      const { page, json, ics, ...named } = options;
      if (ics !== undefined) {
        const { exportCalendar } = await import("./cli/export.ts");
        return await exportCalendar({ words, named, page, json }, ics, await settings(), world);
      }
      await ask(look, { words, named, page, json }, await settings(), world);
    });
  }
}

/** How a lawyer tries rules before they count. */
function topicsTest(topics: Command, settings: () => Promise<Settings>, world: World): void {
  topics
    .command("test")
    .description("show what a rules file would change over the archive; changes nothing")
    .argument("<file>", "a copy of config/topics.yaml with your changes")
    .option("--json", "one JSON object a line", false)
    .action(async (file: string, _: unknown, test: Command) => {
      // Behind the file it is the look-up above that takes it.
      const json = [test, topics].some((command) => command.opts<{ json: boolean }>().json);
      await (await import("./cli/topics-test.ts")).testTopics(file, json, await settings(), world);
    });
}

/** What managers of a channel can do, for whoever hosts the bot. */
async function manageCommands(program: Command, settings: () => Promise<Settings>, world: World): Promise<void> {
  const { MANAGING } = await import("./commands/manage/index.ts");
  for (const one of MANAGING) {
    const command = program
      .command(one.name)
      .description(one.summary.en)
      .argument("[words...]", one.options.map(({ name, required }) => (required ? name : `[${name}]`)).join(" "))
      .requiredOption("--channel <chat/channel>", "which channel, as office/C0123456789");
    for (const { name, summary, kind } of one.options)
      command.option(kind === "flag" ? `--${name}` : `--${name} <${name}>`, summary.en);
    command.action(async (words: string[], options: Readonly<Record<string, string | true>>) => {
      const { channel, ...rest } = options;
      const named = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
      const { manage } = await import("./cli/manage.ts");
      await manage(one, { words, named, channel: String(channel) }, await settings(), world);
    });
  }
}

function botCommands(program: Command, settings: () => Promise<Settings>, world: World, outcome: Outcome): void {
  program
    .command("run")
    .description("run the bot until it is stopped")
    .action(async () => {
      const { run } = await import("./cli/run.ts");
      await run(await settings(), world);
    });
  program
    .command("poll")
    .description("look at each feed once, deliver what is due, and end")
    .option("--dry-run", "write nothing and post nothing; print what would be done")
    .action(async ({ dryRun }: { readonly dryRun?: boolean }) => {
      if (dryRun === true) outcome.ok = await (await import("./cli/dry-run.ts")).dryRun(await settings(), world);
      else outcome.ok = await (await import("./cli/poll.ts")).poll(await settings(), world);
    });
  program
    .command("demo")
    .description("show the whole way of an item offline, with a sample feed")
    .option("--exit", "without pauses for reading, as where the output is no terminal")
    .action(async ({ exit }: { readonly exit?: boolean }) => {
      const { demo } = await import("./demo/demo.ts");
      outcome.ok = await demo(world, process.stdout.isTTY && exit !== true ? READING_PAUSE : 0);
    });
  program
    .command("check")
    .description("look at configuration, database, feeds, tokens and channels; posts nothing")
    .option("--post", "also post a line to each channel and take it away again", false)
    .action(async ({ post }: { readonly post: boolean }) => {
      outcome.ok = await (await import("./cli/check.ts")).check(await settings(), world, post);
    });
  program
    .command("health")
    .description("say whether polling goes on (for the container's health check)")
    .action(async () => {
      outcome.ok = await (await import("./cli/health.ts")).health(await settings(), world);
    });
}

function lookCommands(program: Command, settings: () => Promise<Settings>, world: World, outcome: Outcome): void {
  program
    .command("preview")
    .description("show an item as it would be posted")
    .argument("<source>", "an address, a file (feed, JSON lines, page, text), or an item's id")
    .addOption(
      new Option("--as <surface>", "for which surface")
        .choices(["slack", "discord", "terminal", "html"])
        .default("terminal"),
    )
    .action(async (source: string, { as }: { readonly as: string }) => {
      const { preview, SURFACES } = await import("./cli/preview.ts");
      const surface = SURFACES.find((one) => one === as) ?? "terminal";
      await preview(source, surface, await settings(), world);
    });
  program
    .command("analyze")
    .description("read items as JSON lines on standard input, write their analyses as JSON lines")
    .option("--explain", "also name, for each decision, the rule, the words and the sentence", false)
    .action(async ({ explain }: { readonly explain: boolean }) => {
      const [{ analyzeLines }, { loadRules }] = await Promise.all([
        import("./cli/analyze.ts"),
        import("./config/topics.ts"),
      ]);
      outcome.ok = await analyzeLines(process.stdin, process.stdout, await loadRules(rulesFile(world)), explain);
    });
}

function archiveCommands(program: Command, settings: () => Promise<Settings>, world: World, outcome: Outcome): void {
  program
    .command("export")
    .description("write items and meetings with their sources, ready to cite")
    .addArgument(new Argument("[what]", "which of them").choices(["items", "meetings", "all"]).default("all"))
    .addOption(new Option("--format <format>", "as what").choices(["csv", "json", "md", "ics"]).default("csv"))
    .option("--topic <topic>", "only on this topic, by its id or name")
    .option("--since <day>", "nothing older than this day: 2026-06-23, 2026-06 or 2026")
    .option("--out <file>", "into this file, rather than to the standard output")
    .action(async (what: string, { format, topic, since, out }: Readonly<Record<string, string>>) => {
      const { exportArchive, FORMATS, PARTS } = await import("./cli/export.ts");
      const part = PARTS.find((one) => one === what) ?? "all";
      const as = FORMATS.find((one) => one === format) ?? "csv";
      await exportArchive({ format: as, part, topic, since, out }, await settings(), world);
    });
  program
    .command("backup")
    .description("write a checked copy of the database, also while the bot runs")
    .argument("<file>", "a new file for the copy")
    .action(async (file: string) => {
      await (await import("./cli/backup.ts")).backup(file, await settings(), world);
    });
  program
    .command("import")
    .description("read saved feeds, JSON lines and saved pages into the archive; posts nothing")
    .argument("[files...]", "the files")
    .option(
      "--complete",
      "with these, nothing is missing of what a feed may have shown unseen: settles its gaps",
      false,
    )
    .action(async (files: string[], { complete }: { readonly complete: boolean }, command: Command) => {
      if (files.length === 0 && !complete) return command.error("error: name a file, or say --complete");
      const { importFiles } = await import("./cli/import.ts");
      outcome.ok = await importFiles(files, complete, await settings(), world);
    });
}

function deliveryCommands(program: Command, settings: () => Promise<Settings>, world: World): void {
  const deliveries = program
    .command("deliveries", { isDefault: false })
    .description("list what waits and what needs a person")
    .option("--all", "also what was sent and skipped")
    .option("--limit <n>", "how many at most", wholeNumber, 50)
    .option("--json", "one JSON object a line")
    .action(async ({ all = false, limit, json = false }: { all?: boolean; limit: number; json?: boolean }) => {
      const { listCommand } = await import("./cli/deliveries.ts");
      await listCommand({ all, limit, json }, await settings(), world);
    });
  deliveries
    .command("resolve")
    .description("settle a delivery that is held or was refused")
    .argument("<id>", "the delivery's id")
    .addOption(new Option("--posted", "it stands in the channel").conflicts(["send", "drop"]))
    .addOption(new Option("--send", "post it").conflicts(["posted", "drop"]))
    .addOption(new Option("--drop", "give it up").conflicts(["posted", "send"]))
    .action(async (id: string, how: { posted?: boolean; send?: boolean; drop?: boolean }, command: Command) => {
      const chosen = (["posted", "send", "drop"] as const).find((one) => how[one] === true);
      if (chosen === undefined) return command.error("error: say one of --posted, --send or --drop");
      const { resolveCommand } = await import("./cli/deliveries.ts");
      await resolveCommand(id, chosen, await settings(), world);
    });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("a whole number from 1 is wanted");
  return number;
}

function exitStatusOf(error: unknown, signal: AbortSignal): number {
  // Commander has said what is wrong; asking for help or the version is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof ConfigError || error instanceof RequestError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  if (signal.aborted && error === signal.reason) return EXIT.done;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return EXIT.failed;
}
