import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { LOOK_UPS } from "../../../src/commands/index.ts";
import { MANAGING } from "../../../src/commands/manage/index.ts";
import { RIGHTS } from "../../../src/chat/discord/permissions.ts";

const ROOT = new URL("../../../", import.meta.url);
const README = read("README.md");

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

test("README and the page on adapters link to files that are there", () => {
  for (const [page, base] of [
    ["README.md", "."],
    ["docs/adapters.md", "docs"],
  ]) {
    const links = Array.from(read(page ?? "").matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, path]) => `${base}/${path}`);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  }
});

test("each command that README names is one of the program's, and each npm script is there", () => {
  const own = Array.from(read("src/main.ts").matchAll(/\.command\("([a-z]+)"/g), ([, name]) => name);
  const known = new Set([...own, ...[...LOOK_UPS, ...MANAGING].map((command) => command.name)]);
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));

  const commands = Array.from(README.matchAll(/npx tradepost ([a-z]+)/g), ([, name]) => name);
  const npm = Array.from(README.matchAll(/npm (?:run )?(start|test|demo|pictures)\b/g), ([, name = ""]) => name);

  expect(commands.length).toBeGreaterThan(6);
  expect(commands.filter((name) => !known.has(name))).toEqual([]);
  expect(npm.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("README names the rights that the platforms are asked for", () => {
  const wanted = ["View Channel", "Send Messages", "Embed Links", "Read Message History"] as const;
  const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });
  const { bot } = manifest.parse(parse(read("docs/slack-manifest.yaml"))).oauth_config.scopes;

  const scopes = Array.from(
    README.matchAll(/`((?:chat|channels|groups|users):[a-z]+|commands)`/g),
    ([, scope]) => scope,
  );

  expect(README).toContain(
    `&scope=bot%20applications.commands&permissions=${wanted.reduce((sum, right) => sum | RIGHTS[right], 0n)}\``,
  );
  for (const right of wanted) expect(README).toContain(right);
  expect(new Set(scopes)).toEqual(new Set(bot));
});
