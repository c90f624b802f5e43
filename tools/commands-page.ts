import { COMMANDS } from "../src/commands/index.ts";
import { MANAGING } from "../src/commands/manage/index.ts";
import type { OfferedCommand } from "../src/model/ask.ts";

/** The page that shows every command, with its options and a picture of a real answer. */
export function commandsPage(): string {
  return [
    "# What one can ask",
    "",
    "<!-- Made from src/commands by `npm run generate`; the pictures by `npm run pictures`. -->",
    "",
    INTRODUCTION,
    ...COMMANDS.map(section),
    "## For those who manage a channel",
    "",
    MANAGERS,
    ...MANAGING.map(section),
  ].join("\n");
}

const INTRODUCTION = `The same questions can be asked in Slack, in Discord and in a terminal, in English, French and Spanish.

- **Slack:** type \`/wto\` and what you want to know, in any order: \`/wto meetings moratorium upcoming\`. A value may stand behind its option's name, \`topic:moratorium\`; several words are one in quotation marks. A slip of the hand is answered with what may have been meant, and buttons lead on.
- **Discord:** \`/wto\` lists the questions, and values are offered while you type. What managers may do stands under \`/wto-admin\`, which a server can give to others (Server Settings, Integrations).
- **Terminal:** \`npx tradepost meetings moratorium\`, \`--json\` for programs, \`--page 2\` for more; \`npm run demo\` ends with a prompt to try it. What managers may do wants \`--channel office/C0123456789\` besides.

Only you see the answer, unless you say \`share\`: then all in the channel see it, with your name. Long answers go on by *Next*, also after the bot was started anew. The pictures show the demo's made-up news.
`;

const MANAGERS = `On Discord these are people with the right *Manage Channels*; on Slack workspace admins, whoever made the channel, and those whom the configuration names under \`managers\`. Each change is noted with who made it and when, announced in the channel, and can be undone by a button for an hour. What the configuration file says of a channel is changed only there.
`;

function section(command: OfferedCommand): string {
  const { name, summary, options, examples } = command;
  const rows = options.map(({ name: option, summary: told, required, choices }) => {
    const listed = choices === undefined ? "" : `: ${choices.map((choice) => `\`${choice}\``).join(", ")}`;
    return `| \`${option}\`${required ? " (needed)" : ""} | ${told.en}${listed} |`;
  });
  const table = rows.length === 0 ? [] : ["| Option | |", "| --- | --- |", ...rows, ""];
  return [
    `## \`${name}\``,
    "",
    `${summary.en[0]?.toUpperCase()}${summary.en.slice(1)}.`,
    "",
    ...examples.map((example) => `    /wto ${example}`),
    "",
    ...table,
    `![The answer to ${name}](pictures/command-${name}.png)`,
    "",
  ].join("\n");
}
