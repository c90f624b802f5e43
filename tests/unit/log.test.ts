import fc from "fast-check";
import { expect, test } from "vitest";
import { createCensor } from "../../src/censor.ts";
import { createLog } from "../../src/log.ts";
import type { LogLevel } from "../../src/log.ts";

function logOf(secrets: readonly string[], level: LogLevel = "debug") {
  const lines: string[] = [];
  const log = createLog({ level, secrets, destination: (line) => lines.push(line) });
  return { log, lines };
}

test("a line is JSON with level, time in UTC, fields and message", () => {
  const { log, lines } = logOf([]);

  log.warn({ feed: "wto-news" }, "feed not modified");

  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    feed: "wto-news",
    message: "feed not modified",
  });
});

test("less serious lines than the level are not written", () => {
  const { log, lines } = logOf([], "warn");

  log.info({}, "not this");
  log.error({}, "this");

  expect(lines.map((line) => JSON.parse(line).message)).toEqual(["this"]);
});

test("an error is told with its chain of causes, and without what an SDK hangs on it", () => {
  const { log, lines } = logOf([]);
  const refused = Object.assign(new Error("connect refused"), { code: "ECONNREFUSED", config: { headers: "all" } });
  const both = new AggregateError([new Error("over IPv6"), refused], "no address answered");

  log.error({ err: new Error("the feed can't be read", { cause: both }) }, "poll failed");

  const { err } = JSON.parse(lines[0] ?? "");
  expect(err.message).toBe("the feed can't be read");
  expect(err.cause.message).toBe("no address answered");
  expect(err.cause.errors[1]).toMatchObject({ message: "connect refused", code: "ECONNREFUSED" });
  expect(lines[0]).not.toContain("headers");
});

test("an error that is its own cause ends", () => {
  const { log, lines } = logOf([]);
  const error = new Error("round");
  error.cause = error;

  log.error({ err: error }, "strange");

  expect(lines).toHaveLength(1);
});

test.each([
  ["in the message", (secret: string) => [{}, `token ${secret} refused`] as const],
  ["in a field", (secret: string) => [{ token: secret }, "refused"] as const],
  ["in a nested field", (secret: string) => [{ request: { headers: [secret] } }, "refused"] as const],
  ["in an error", (secret: string) => [{ err: new Error(`no: ${secret}`) }, "refused"] as const],
  [
    "in a cause",
    (secret: string) => [{ error: new Error("no", { cause: new TypeError(`bad ${secret}`) }) }, "refused"] as const,
  ],
  ["in an address", (secret: string) => [{ url: `https://h/?k=${encodeURIComponent(secret)}` }, "refused"] as const],
])("a known secret is never written: %s", (_, line) => {
  const secret = 'quite "secret" \\ pass/word';
  const { log, lines } = logOf([secret]);

  const [fields, message] = line(secret);
  log.error(fields, message);

  const written = lines.join("");
  expect(written).toContain("[secret]");
  expect(written).not.toContain(secret);
  expect(written).not.toContain(JSON.stringify(secret).slice(1, -1));
  expect(written).not.toContain(encodeURIComponent(secret));
  expect(() => JSON.parse(written)).not.toThrow();
});

test.each([
  ["a bot token of Slack", "xoxb-000000000000-not-a-real-token", "not-a-real"],
  ["a rotated token of Slack", "xoxe.xoxb-1-notarealtoken", "notarealtoken"],
  ["an app token of Slack", "xapp-1-A000-000-notarealtoken", "notarealtoken"],
  ["a webhook of Slack", "https://hooks.slack.com/services/T000/B000/notarealsecret", "notarealsecret"],
  ["a token of Discord", `${"M".repeat(26)}.AAAAAA.${"n".repeat(38)}`, "nnnnn"],
  ["a webhook of Discord", "https://discord.com/api/webhooks/123456/notarealsecret", "notarealsecret"],
  ["an authorization header", "authorization: Bearer not.a.real.token", "not.a.real"],
  ["the header of a Discord bot", "Bot notarealtoken0", "notarealtoken0"],
  ["the password of a database", "postgres://tradepost:hunter2@db/tradepost", "hunter2"],
  ["a password with a slash and an at sign", "postgres://tradepost:hun/ter@2@db/tradepost", "2@db"],
])("%s is censored even where nobody named it", (_, text, part) => {
  const { log, lines } = logOf([]);

  log.info({ text }, text);

  expect(lines.join("")).not.toContain(part);
  expect(lines.join("")).toContain("[secret]");
});

test("ordinary text passes as it is", () => {
  const text =
    "GET https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm at 12:30, 87 members; a@b.example";

  expect(createCensor(["hunter22"])(text)).toBe(text);
});

test("the rest of a longer secret does not stay behind a shorter one", () => {
  expect(createCensor(["abcd", "abcd-efgh"])("abcd-efgh abcd")).toBe("[secret] [secret]");
});

test("whatever the secret and the text around it, the line stays JSON and the secret is gone", () => {
  const secrets = fc
    .string({ minLength: 6, maxLength: 40, unit: "grapheme" })
    .filter((text) => text.trim().length >= 6);
  fc.assert(
    fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
      const { log, lines } = logOf([secret]);
      log.error({ detail: before + secret + after }, "refused");

      const told: unknown = JSON.parse(lines[0] ?? "").detail;
      expect(told).toBeTypeOf("string");
      expect(told).not.toContain(secret);
    }),
  );
});
