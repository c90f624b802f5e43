import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { RIGHTS } from "../../../src/chat/discord/permissions.ts";

const ROOT = new URL("../../../", import.meta.url);
const HOSTING = read("docs/hosting.md");
const SOURCE = globSync("src/**/*.{ts,mjs}", { cwd: ROOT }).map(read).join("\n");

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** The sentences in the table of troubles, each as the bot is said to say it. */
function sentences(): readonly string[] {
  const table = HOSTING.slice(HOSTING.indexOf("| The bot says"));
  return Array.from(table.matchAll(/^\| `([^`]+)` +\|/gm), (match) => match[1] ?? "");
}

test("each sentence in the table of troubles is one that the program says", () => {
  // A number or a name may stand inside of a sentence of the source, and quotes are escaped there.
  const said = SOURCE.replaceAll("${OLDEST_NODE}", "24").replaceAll('\\"', '"');

  expect(sentences().length).toBeGreaterThan(15);
  expect(sentences().filter((sentence) => !said.includes(sentence))).toEqual([]);
});

test("the invitation for Discord asks for the four rights that the adapter looks for, and no other", () => {
  const wanted = ["View Channel", "Send Messages", "Embed Links", "Read Message History"] as const;
  const bits = wanted.reduce((sum, right) => sum | RIGHTS[right], 0n);

  expect(HOSTING).toContain(`&scope=bot%20applications.commands&permissions=${bits}\``);
});

test("the Slack manifest asks for exactly the scopes that the check looks for, and the page explains each", () => {
  const checked = Array.from(
    read("src/chat/slack/scopes.ts").matchAll(/scope: "([a-z:]+)"/g),
    (match) => match[1] ?? "",
  );

  expect(checked).toHaveLength(7);
  expect(checked.filter((scope) => !HOSTING.includes(`\`${scope}\``))).toEqual([]);
  expect(parse(read("docs/slack-manifest.yaml"))).toMatchObject({
    features: { bot_user: { display_name: "tradepost" }, slash_commands: [{ command: "/wto" }] },
    oauth_config: { scopes: { bot: checked } },
    settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
  });
});

test("each file that the page points to is there", () => {
  const links = Array.from(HOSTING.matchAll(/\]\(([^)#:]+)\)/g), (match) => match[1] ?? "");

  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((link) => !existsSync(new URL(`docs/${link}`, ROOT)))).toEqual([]);
});
