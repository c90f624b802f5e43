import { expect, test } from "vitest";
import { FETCH_LIMITS, systemNetwork } from "../../../src/feed/network.ts";
import { createRobots, type Robots } from "../../../src/feed/robots.ts";
import { startFeedServer, type FeedServer, type Reply } from "../../support/feed-server.ts";
import { robotsText } from "../../support/pages.ts";

const NEVER = new AbortController().signal;
const HOUR = 60 * 60_000;

interface Scene extends AsyncDisposable {
  readonly server: FeedServer;
  readonly robots: Robots;
  pass(ms: number): void;
  refusal(path: string): Promise<string | undefined>;
}

async function scene(total = FETCH_LIMITS.total): Promise<Scene> {
  const server = await startFeedServer();
  let now = Date.UTC(2026, 5, 23);
  const network = systemNetwork({ now: () => now }, "Tradepost/test");
  const robots = createRobots({ ...network, limits: { ...FETCH_LIMITS, total } });
  return {
    server,
    robots,
    pass: (ms) => {
      now += ms;
    },
    refusal: (path) => robots.refusal(new URL(path, server.url), NEVER),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const ASIDE =
  "User-agent: *\nDisallow: /private/\nAllow: /private/news\n\nUser-agent: tradepost\nDisallow: /not-for-you\n";

test("the rules for this program's name are kept, and those for all where none name it", async () => {
  await using one = await scene();
  one.server.reply(robotsText(ASIDE));

  expect(await one.refusal("/english/news.htm")).toBeUndefined();
  expect(await one.refusal("/not-for-you/at-all")).toBe("robots.txt refuses it");
  expect(await one.refusal("/private/papers")).toBeUndefined();
  one.pass(25 * HOUR);
  one.server.reply(robotsText(ASIDE.split("\n\n")[0] ?? ""));
  expect(await one.refusal("/private/papers")).toBe("robots.txt refuses it");
  expect(await one.refusal("/private/news/today")).toBeUndefined();
});

test("lines that can't be read do not void those that can", async () => {
  await using one = await scene();
  one.server.reply(robotsText("\u0000garbage\n<html>\nUser-agent: *\nNonsense\nDisallow: /\n"));

  expect(await one.refusal("/english/news.htm")).toBe("robots.txt refuses it");
});

test.each([404, 403, 410])("where robots.txt is answered with %i all may be read", async (status) => {
  await using one = await scene();
  one.server.reply({ kind: "status", status });

  expect(await one.refusal("/english/news.htm")).toBeUndefined();
});

const CLOSED: readonly (readonly [what: string, reply: Reply])[] = [
  ["answers 500", { kind: "status", status: 500 }],
  ["answers 503", { kind: "status", status: 503 }],
  ["answers 429", { kind: "status", status: 429 }],
  ["cuts the connection", { kind: "reset" }],
  ["never answers", { kind: "hang" }],
  ["floods", { kind: "flood", bytes: 2_000_000 }],
];

test.each(CLOSED)("where the server %s nothing may be read", async (_, reply) => {
  await using one = await scene(500);
  one.server.reply(reply);

  expect(await one.refusal("/english/news.htm")).toBe("robots.txt could not be read, so nothing is allowed");
});

test("it is asked once a day, after trouble sooner, and trouble does not forget what was allowed", async () => {
  await using one = await scene();
  one.server.reply({ kind: "status", status: 500 });
  expect(await one.refusal("/a")).toBeDefined();
  expect(await one.refusal("/a")).toBeDefined();
  expect(one.server.requests).toHaveLength(1);
  one.pass(HOUR);
  one.server.reply(robotsText(ASIDE));
  expect(await one.refusal("/a")).toBeUndefined();
  one.pass(23 * HOUR);
  expect(await one.refusal("/a")).toBeUndefined();
  expect(one.server.requests).toHaveLength(2);
  one.pass(2 * HOUR);
  one.server.reply({ kind: "status", status: 500 });

  expect(await one.refusal("/a")).toBeUndefined();
  expect(await one.refusal("/not-for-you")).toBe("robots.txt refuses it");
  expect(one.server.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/robots.txt", "/robots.txt"]);
});
