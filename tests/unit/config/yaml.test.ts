import { expect, test } from "vitest";
import { z } from "zod";
import { ConfigError } from "../../../src/config/problems.ts";
import { parseYaml } from "../../../src/config/yaml.ts";

const schema = z.strictObject({
  chats: z
    .array(
      z.discriminatedUnion("platform", [
        z.strictObject({ name: z.string(), platform: z.literal("slack"), botToken: z.string() }),
        z.strictObject({ name: z.string(), platform: z.literal("discord"), channel: z.string() }),
      ]),
    )
    .min(1)
    .optional(),
  port: z.int().min(1).max(65_535).optional(),
  either: z.union([z.string(), z.strictObject({ one: z.string(), other: z.string() })]).optional(),
});

function told(text: string): string {
  try {
    parseYaml(text, "c.yaml", schema);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("no problem was found");
}

test("a good file gives its value", () => {
  expect(parseYaml("port: 80 # for monitoring\neither: x\n", "c.yaml", schema)).toEqual({ port: 80, either: "x" });
});

test("everything that is wrong is told at once, in the order of the file, each with line, column and path", () => {
  const text = `chats:
  - name: office
    platform: slak
  - name: community
    platform: discord
    channel: 5
    zzzzzz: 1
prot: 5
`;

  expect(told(text).split("\n")).toEqual([
    'c.yaml:3:15 chats[0].platform: should be one of: slack, discord; did you mean "slack"?',
    "c.yaml:6:14 chats[1].channel: is read as a number: put quotes around it",
    "c.yaml:7:5 chats[1].zzzzzz: is not known; known here: name, platform, channel",
    'c.yaml:8:1 prot: is not known; did you mean "port"?',
  ]);
});

test("an unquoted Discord id would lose its last digits, and says so", () => {
  const text = "chats:\n  - { name: x, platform: discord, channel: 1234567890123456789 }";

  expect(told(text)).toBe(
    "c.yaml:2:44 chats[0].channel: is a number too long to be kept exactly: put quotes around it",
  );
});

test.each(["channel: #trade", "channel:    # trade", "channel: #1 #2"])("in `%s` the value is a comment", (line) => {
  const text = `chats:\n  - name: x\n    platform: discord\n    ${line}\n`;

  expect(told(text)).toBe(
    'c.yaml:4:5 chats[0].channel: is empty, because # begins a comment in YAML: put quotes around the value ("#…")',
  );
});

test("an empty value with no comment is only empty", () => {
  expect(told("chats:\n  - name: x\n    platform: discord\n    channel:\n# trade\n")).toBe(
    "c.yaml:4:5 chats[0].channel: is empty; it should be text",
  );
});

test("a missing key is told at the block that lacks it", () => {
  expect(told("chats:\n  - name: x\n    platform: slack\n")).toBe(
    "c.yaml:2:5 chats[0].botToken: is missing; it should be text",
  );
});

test("of two allowed shapes the nearer one is explained", () => {
  expect(told("either:\n  one: x\n")).toBe("c.yaml:2:3 either.other: is missing; it should be text");
});

const INDENTATION = "the indentation does not fit: lines that belong together begin in the same column";

test.each([
  ["", "c.yaml:1:1: the file is empty"],
  ["# only a comment\n", "c.yaml:1:1: the file is empty"],
  ["- x\n", "c.yaml:1:1: should be a block of keys and values, but is a list (- …)"],
  ["port: 0\n", "c.yaml:1:7 port: is too small: at least 1"],
  ["port: 70000\n", "c.yaml:1:7 port: is too large: at most 65535"],
  ["port: 8.5\n", "c.yaml:1:7 port: should be a whole number, but is a number"],
  ["chats: []\n", "c.yaml:1:8 chats: is an empty list: at least one is needed"],
  ["port: 1\nport: 2\n", "c.yaml:2:1: this key is there twice: keep one of them"],
  ["chats:\n\t- name: x\n", "c.yaml:2:1: a tab at the beginning of a line: YAML is indented with spaces"],
  ["port: 1\n---\nport: 2\n", "c.yaml:2:1: a second document begins here (---): one file holds one document"],
  ["chats:\n  - name: x\n   port: 1\n", `c.yaml:3:1: ${INDENTATION}`],
  ["chats:\n  - name: x\n - name: y\n", `c.yaml:3:1: ${INDENTATION}`],
  ["either:\n  one: x\n   other: 1\n", `c.yaml:2:8: ${INDENTATION}`],
  ["port:80\nchats: []\n", "c.yaml:1:1: a blank is missing after the colon"],
  ["either: one: x\n", "c.yaml:1:9: a value with a colon and a blank in it needs quotes"],
  ["chats:\n  - { name: x\nport: 1\n", "c.yaml:3:1: a { or [ before this is never closed: end it with } or ]"],
  ['either: "one\nport: 1\n', "c.yaml:3:1: a text in quotes is never ended: put the closing quote"],
  ["either: @office\n", "c.yaml:1:9: text can't begin with this character: put quotes around the value"],
  ["either: !!js/function x\n", "c.yaml:1:9: this is not YAML: Unresolved tag: tag:yaml.org,2002:js/function"],
  [
    "port: *nowhere\n",
    "c.yaml:1:1: its aliases (*name) repeat each other too often or lead nowhere: write the values out",
  ],
  ["__proto__: { x: 1 }\n", "c.yaml:1:1 __proto__: is not known; known here: chats, port, either"],
])("%j", (text, message) => {
  expect(told(text)).toBe(message);
});

test("a variable without quotes inside braces is told once, and not as the wreck that it makes of the rest", () => {
  expect(told("chats: [{ name: x, platform: slack, botToken: ${TOKEN} }]\nport: 80\n")).toBe(
    'c.yaml:1:48: inside { … } or [ … ] a variable needs quotes: "${NAME}"',
  );
});

test("anchors and merge keys work, and problems behind them have a place", () => {
  const text = `chats:
  - &base { name: x, platform: discord, channel: c }
  - { <<: *base, name: y }
  - *base
`;

  expect(parseYaml(text, "c.yaml", schema).chats?.map((chat) => chat.name)).toEqual(["x", "y", "x"]);
  expect(told(text.replace("channel: c", "channel: 7"))).toContain(
    "c.yaml:2:50 chats[0].channel: is read as a number: put quotes around it",
  );
});

test("aliases that would multiply into something huge are refused", () => {
  const levels = Array.from("bcdefgh", (letter, index) => {
    const previous = String.fromCodePoint(letter.charCodeAt(0) - 1);
    return `${letter}: &${letter} [${Array.from({ length: 10 }, () => `*${previous}`).join(", ")}] # level ${index}`;
  });

  expect(told(["a: &a [x, x]", ...levels].join("\n"))).toContain("its aliases (*name) repeat each other too often");
});

test("a byte order mark and Windows line ends are no trouble", () => {
  expect(parseYaml("\uFEFFport: 80\r\neither: x\r\n", "c.yaml", schema)).toEqual({ port: 80, either: "x" });
});

test("a problem never repeats the value", () => {
  expect(told("chats:\n  - { name: x, platform: hunter2, botToken: [hunter2] }\nport: hunter2\n")).not.toContain(
    "hunter2",
  );
});
