import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { defaultConfig, loadConfig } from "../../../src/config/load.ts";
import type { LoadTools } from "../../../src/config/load.ts";
import { ConfigError } from "../../../src/config/problems.ts";
import { isCron } from "../../../src/schedule.ts";

const MINIMAL = `
chats:
  - { name: office, platform: slack, botToken: xoxb-not-real, appToken: xapp-not-real }
channels:
  - { chat: office, channel: C0123456789 }
`;

/** Files by their path, an environment, and the topics that the tests know. */
function tools(files: Readonly<Record<string, string>>, env: LoadTools["env"] = {}): LoadTools {
  return {
    env,
    topicIds: ["moratorium", "privacy"],
    isCron,
    async readFile(path) {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
      return text;
    },
  };
}

async function told(text: string, env: LoadTools["env"] = {}, files: Readonly<Record<string, string>> = {}) {
  try {
    await loadConfig("c.yaml", tools({ "c.yaml": text, ...files }, env));
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  throw new Error("no problem was found");
}

test("a short file gets every default", async () => {
  expect(await loadConfig("c.yaml", tools({ "c.yaml": MINIMAL }))).toMatchObject({
    file: "c.yaml",
    timezone: "Europe/Zurich",
    language: "en",
    database: "file:./data/tradepost.db",
    feeds: [{ name: "wto-news", language: "en", schedule: "*/15 * * * *", backfill: 0 }],
    chats: [{ apiUrl: "https://slack.com/api/" }],
    flood: 5,
    welcome: true,
  });
});

test("the option goes before the variable, the variable before the usual file, and that before the built-in one", async () => {
  const files = {
    "option.yaml": `${MINIMAL}flood: 1`,
    "variable.yaml": `${MINIMAL}flood: 2`,
    "config/tradepost.yaml": `${MINIMAL}flood: 3`,
  };
  const env = { TRADEPOST_CONFIG: "variable.yaml" };

  expect((await loadConfig("option.yaml", tools(files, env))).flood).toBe(1);
  expect((await loadConfig(undefined, tools(files, env))).flood).toBe(2);
  expect((await loadConfig(undefined, tools(files))).flood).toBe(3);
  expect(await loadConfig(undefined, tools({}))).toEqual(defaultConfig());
});

test("the built-in configuration reads the live feed into the terminal", () => {
  expect(defaultConfig()).toMatchObject({
    file: undefined,
    feeds: [{ url: "https://www.wto.org/library/rss/latest_news_e.xml" }],
    chats: [{ platform: "terminal" }],
  });
});

test.each([
  ["the option", "gone.yaml", {}],
  ["the variable", undefined, { TRADEPOST_CONFIG: "gone.yaml" }],
])("a file that %s names must be there", async (_, option, env) => {
  await expect(loadConfig(option, tools({}, env))).rejects.toThrow("gone.yaml: there is no such file");
});

test("a file that may not be read is told, also where nobody named it", async () => {
  const denied = Object.assign(new Error("denied"), { code: "EACCES" });
  const loading = loadConfig(undefined, { ...tools({}), readFile: () => Promise.reject(denied) });

  await expect(loading).rejects.toThrow("config/tradepost.yaml: can't be read: EACCES");
});

test("variables are filled in after parsing, so that no value can change the file's structure", async () => {
  const text = MINIMAL.replace("xoxb-not-real", '"${TOKEN}"').replace("C0123456789", '"${CHANNEL}"');
  const config = await loadConfig("c.yaml", tools({ "c.yaml": text }, { TOKEN: "xoxb-a: [# x", CHANNEL: "1" }));

  expect(config.chats[0]).toMatchObject({ botToken: "xoxb-a: [# x" });
  expect(config.channels[0]?.channel).toBe("1");
});

test("a variable may be part of a value, there may be several, and a doubled $ keeps one as it is", async () => {
  const text = `${MINIMAL}contact: "\${USER_NAME}@\${HOST} $\${HOST} $5"`;
  const config = await loadConfig("c.yaml", tools({ "c.yaml": text }, { USER_NAME: "bot", HOST: "example.org" }));

  expect(config.contact).toBe("bot@example.org ${HOST} $5");
});

test("a channel's rhythm and quiet hours are read, and what is left out is presumed", async () => {
  const text = MINIMAL.replace(
    "channel: C0123456789",
    "channel: C0123456789, digest: Weekly Monday 9:00, quiet: 20:00-07:00, passing: [vote], timezone: Africa/Dakar",
  );
  const plain = await loadConfig("c.yaml", tools({ "c.yaml": MINIMAL }));
  const config = await loadConfig("c.yaml", tools({ "c.yaml": text }));

  expect(config.channels[0]).toMatchObject({
    digest: { every: "week", on: "mon", at: 540 },
    quiet: { from: 1200, until: 420 },
    passing: ["vote"],
    timezone: "Africa/Dakar",
  });
  expect(plain.channels[0]).toMatchObject({
    passing: [],
    silent: false,
    signOfLife: false,
    publish: false,
    threads: "flat",
  });
});

test("a rhythm that can't be read, and a wish that would have no effect, are told with what to do", async () => {
  const text = `chats:
  - { name: office, platform: slack, botToken: xoxb-not-real, appToken: xapp-not-real }
  - { name: guild, platform: discord, token: not-a-real-token }
channels:
  - chat: office
    channel: C0123456789
    digest: every day
    quiet: 20 to 7
    publish: true
  - chat: guild
    channel: "1234567890123456789"
    threads: process
    passing: [vote]
    signOfLife: true
calendar: true
`;

  expect(await told(text)).toEqual([
    "c.yaml:7:13 channels[0].digest: should be `daily 17:30` or `weekly mon 09:00`",
    "c.yaml:8:12 channels[0].quiet: should be two times of day, as `20:00-07:00`",
    "c.yaml:9:14 channels[0].publish: is possible on Discord only",
    "c.yaml:12:14 channels[1].threads: is possible on Slack only",
    "c.yaml:13:14 channels[1].passing: has no effect without `quiet`: add it, or take this out",
    "c.yaml:14:17 channels[1].signOfLife: has no effect without `digest`: add it, or take this out",
    "c.yaml:15:11 calendar: has no effect without a port: set http, port: 8080 as well",
  ]);
});

test("a number may come from the environment", async () => {
  const text = `${MINIMAL}http: { port: "\${PORT}" }`;

  expect((await loadConfig("c.yaml", tools({ "c.yaml": text }, { PORT: "8080" }))).http?.port).toBe(8080);
});

test("a secret is read from the file that NAME_FILE names, without a mark at its beginning and the line break at its end", async () => {
  const text = MINIMAL.replace("xoxb-not-real", '"${TOKEN}"');
  const files = { "c.yaml": text, "/run/secrets/token": "\uFEFFxoxb-from-a-file\r\n" };
  const config = await loadConfig("c.yaml", tools(files, { TOKEN_FILE: "/run/secrets/token" }));

  expect(config.chats[0]).toMatchObject({ botToken: "xoxb-from-a-file" });
});

test.each([
  ["not set", {}, "the variable TOKEN is not set: set TOKEN, or TOKEN_FILE to the path of a file that holds it"],
  ["empty", { TOKEN: "" }, "the variable TOKEN is empty: set TOKEN, or TOKEN_FILE to the path of a file that holds it"],
  ["given twice", { TOKEN: "x", TOKEN_FILE: "/x" }, "the environment has both TOKEN and TOKEN_FILE: keep one of them"],
  ["in a missing file", { TOKEN_FILE: "/gone" }, "TOKEN_FILE names /gone, which can't be read: ENOENT"],
  ["in an empty file", { TOKEN_FILE: "/empty" }, "TOKEN_FILE names /empty, which is empty"],
])(
  "a variable that is %s is told with its place, and the value's shape is not complained of too",
  async (_, env, message) => {
    const text = MINIMAL.replace("xoxb-not-real", '"${TOKEN}"');

    expect(await told(text, env, { "/empty": "\n" })).toEqual([`c.yaml:3:48 chats[0].botToken: ${message}`]);
  },
);

test("a variable that is never closed is told", async () => {
  const text = MINIMAL.replace("xoxb-not-real", '"${TOKEN"');
  expect(await told(text)).toEqual([
    "c.yaml:3:48 chats[0].botToken: ${ is never closed: write ${NAME}, or $${ for the two characters",
  ]);
});

test("what is no name of a variable is told", async () => {
  expect(await told(`${MINIMAL}contact: "\${MY-MAIL:-x}"`)).toEqual([
    "c.yaml:6:10 contact: ${MY-MAIL:-x} is not the name of a variable: letters, digits and _ only, for example ${BOT_TOKEN}",
  ]);
});

test("shape, values, variables and references are all told at once", async () => {
  const text = `timezone: Zurich
database: mysql://db
feeds:
  - name: news
    url: \${FEED_URL}
    schedule: every day
  - name: news
    url: ftp://example.org/feed.xml
chats:
  - name: office
    platform: slack
    botToken: xoxp-not-real
    appToken: xapp-not-real
  - name: community
    platform: discord
    token: not-real
channels:
  - chat: ofice
    channel: C0123456789
    topics: [moratorum]
  - chat: office
    channel: "#trade"
  - chat: community
    channel: trade
  - chat: community
    channel: "1234567890123456789"
  - chat: community
    channel: "1234567890123456789"
operators:
  chat: somewhere
  channel: C0123456789
flood: 0
welcom: false
`;

  expect(await told(text)).toEqual([
    "c.yaml:1:11 timezone: is not a time zone: write it as Region/City, for example Europe/Zurich",
    "c.yaml:2:11 database: should be file:./data/tradepost.db or postgres://user:password@host/name",
    "c.yaml:5:10 feeds[0].url: the variable FEED_URL is not set: set FEED_URL, or FEED_URL_FILE to the path of a file that holds it",
    'c.yaml:6:15 feeds[0].schedule: is not a cron line: five fields, for example "*/15 * * * *" for every 15 minutes',
    "c.yaml:7:11 feeds[1].name: is the name of feeds[0] too: give each its own",
    "c.yaml:8:10 feeds[1].url: should be a web address that begins with https:// or http://",
    expect.stringMatching(/^c\.yaml:12:15 chats\[0\]\.botToken: must be the bot token, which starts with xoxb-/),
    'c.yaml:18:11 channels[0].chat: no chat has this name; did you mean "office"?',
    'c.yaml:20:14 channels[0].topics[0]: should be one of: moratorium, privacy; did you mean "moratorium"?',
    "c.yaml:22:14 channels[1].channel: is a name; Slack wants the id (C…), at the bottom of the channel's details",
    "c.yaml:24:14 channels[2].channel: is not a Discord channel id, a long number: right-click the channel, Copy Channel ID",
    "c.yaml:27:5 channels[4]: this channel of this chat is listed before: put all its topics into one entry",
    "c.yaml:30:9 operators.chat: no chat has this name; there are: office, community",
    "c.yaml:32:8 flood: is too small: at least 1",
    'c.yaml:33:1 welcom: is not known; did you mean "welcome"?',
  ]);
});

test("a problem with a value never shows the value", async () => {
  const problems = await told(MINIMAL.replace("xoxb-not-real", '"${TOKEN}"'), { TOKEN: "xoxp-hunter2" });

  expect(problems.join("\n")).not.toContain("hunter2");
});

test("the example is accepted as it is once its variables are set", async () => {
  const text = await readFile(new URL("../../../config/tradepost.example.yaml", import.meta.url), "utf8");
  const env = { SLACK_BOT_TOKEN: "xoxb-not-real", SLACK_APP_TOKEN: "xapp-not-real", DISCORD_TOKEN: "not-real" };
  const topicIds = ["joint-initiative", "moratorium"];
  const config = await loadConfig("e.yaml", { ...tools({ "e.yaml": text }, env), topicIds });

  expect(config.chats.map((chat) => chat.platform)).toEqual(["slack", "discord", "terminal"]);
});

test(".env.example names each variable of the example", async () => {
  const read = (name: string) => readFile(new URL(`../../../${name}`, import.meta.url), "utf8");
  const yaml = (await read("config/tradepost.example.yaml")).replaceAll(/^ *#.*$/gm, "");
  const names = Array.from(yaml.matchAll(/\$\{(\w+)\}/g), (match) => match[1]);
  const env = await read(".env.example");

  expect(names).toHaveLength(3);
  expect(names.filter((name) => !env.includes(`\n${name}=\n`))).toEqual([]);
});
