import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { until } from "../support/bot.ts";
import { freePort } from "../support/free-port.ts";
import { news, openOffice } from "./office.ts";

const OLD = news("open a new small group", 1);
const FIRST = news("close the article on spam", 2);

test("who monitors sees the bot alive: pages, figures, and a call after each good poll", async () => {
  await using watched = await openWatched("");
  const { office, page, calls } = watched;
  office.publish(OLD);
  const bot = office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  office.publish(FIRST, OLD);
  await until(() => expect(office.onSlack()).toHaveLength(1));

  expect(await page("/readyz")).toEqual([200, "polling wto-news\n"]);
  const [status, figures] = await page("/metrics");
  expect(status).toBe(200);
  for (const line of [
    'tradepost_items{decision="relevant"} 2',
    'tradepost_deliveries{state="failed"} 0',
    'tradepost_chat_connection{chat="office",state="connected"} 1',
    "tradepost_open_incidents 0",
    "tradepost_oldest_waiting_seconds",
    'tradepost_since_successful_poll_seconds{feed="wto-news"}',
  ])
    expect(figures).toContain(line);
  expect(figures).toMatch(/tradepost_polls_total\{feed="wto-news",result="read"\} [1-9]/);
  expect(calls()).toBeGreaterThan(0);
  office.feed.reply({ kind: "status", status: 500 });
  await until(() => expect(bot.log()).toContain("feed failed"));
  // Of a look that failed, and of those that leave the feed alone afterwards, nobody outside is told.
  const told = calls();
  await until(async () => expect((await page("/metrics"))[1]).toMatch(/tradepost_polls_total\{.*"waiting"\} [3-9]/));
  expect(calls()).toBe(told);
  expect(bot.log()).not.toContain(SECRET);
});

test("while the operators can't be told, readiness is red and nobody outside is told that all is well", async () => {
  await using watched = await openWatched("operators: { chat: office, channel: C0ARCHIVED }");
  const { office, page, calls } = watched;
  office.publish(OLD);
  office.run();
  await until(async () =>
    expect(await page("/readyz")).toEqual([
      503,
      expect.stringMatching(/^the operators can't be told of trouble: .*C0ARCHIVED/),
    ]),
  );
  expect((await page("/healthz"))[0]).toBe(200);

  const [before, looks] = [calls(), office.feed.requests.length];
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(looks + 1));
  // The look under way when the page turned red may have been told still.
  expect(calls() - before).toBeLessThan(2);
});

const SECRET = "a-secret-path";

/** An office with its pages and a watcher outside that counts the calls it gets. */
async function openWatched(extra: string) {
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    response.end("OK");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const watcher = typeof address === "object" && address !== null ? address.port : 0;
  const port = await freePort();
  const office = await openOffice(
    `http: { port: ${port}, host: 127.0.0.1 }\nping: "http://127.0.0.1:${watcher}/${SECRET}"\n${extra}`,
  );
  return {
    office,
    calls: () => calls,
    page: async (path: string): Promise<readonly [number, string]> => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: "close" } });
      return [answer.status, await answer.text()];
    },
    async [Symbol.asyncDispose]() {
      await office[Symbol.asyncDispose]();
      server.close();
    },
  };
}
