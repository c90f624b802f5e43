import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { until } from "../support/bot.ts";
import { startFeedServer } from "../support/feed-server.ts";
import { installProduction } from "../support/production-install.ts";
import { rss, wtoLink } from "../support/rss.ts";

const OLD = {
  title: "E-commerce negotiators meet to take stock",
  link: wtoLink("ecom", "2026-06-20", 420),
  description: "Participants in the e-commerce negotiations took stock of the articles on data flows.",
  day: "2026-06-20",
};
const NEW = {
  title: "E-commerce negotiators finish the article on spam",
  link: wtoLink("ecom", "2026-06-23", 429),
  description:
    "Participants in the e-commerce negotiations finished their work on the article on unsolicited messages.",
  day: "2026-06-23",
};

const HEALTH = ["src/tradepost.mjs", "health", "--config", "data/tradepost.yaml"];

// Copying a production install's nine thousand files takes its time on a slow disk.
const PATIENCE = { timeout: 120_000 };

test(
  "what the image holds runs as an unprivileged user from a tree that it can't write to, and its health check tells",
  PATIENCE,
  async () => {
    await using install = await installProduction();
    await using feed = await startFeedServer();
    feed.reply({ kind: "document", body: rss([OLD]) });
    await writeFile(
      join(install.data, "tradepost.yaml"),
      `feeds: [{ name: news, url: "${feed.url}", schedule: "* * * * * *" }]
chats: [{ name: screen, platform: terminal }]
channels: [{ chat: screen, channel: trade }]
`,
    );
    const health = async () => {
      const run = install.node(HEALTH);
      return { status: await run.ended, out: run.out() };
    };
    const intruder = install.node(["--eval", 'require("fs").writeFileSync("src/new.ts", "")']);
    expect(await intruder.ended).not.toBe(0);
    expect(intruder.log()).toContain("EACCES");

    expect(await health()).toEqual({ status: 1, out: "no feed was looked at yet\n" });
    const bot = install.node(["src/tradepost.mjs", "run", "--config", "data/tradepost.yaml"]);
    await until(() => expect(feed.requests.length).toBeGreaterThan(1));
    expect(await health()).toEqual({ status: 0, out: "polling news\n" });
    feed.reply({ kind: "document", body: rss([NEW, OLD]) });
    await until(() => expect(bot.out()).toContain(NEW.title));
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);

    // The default database, through the link that the image has too.
    const database = join(install.data, "tradepost.db");
    expect((await stat(database)).uid).toBe(install.uid);
    const db = new DatabaseSync(database);
    db.exec("UPDATE feeds SET tick_due_at = tick_due_at - 600000");
    db.close();
    expect(await health()).toEqual({
      status: 1,
      out: expect.stringMatching(/^polling has stopped: news was due at /),
    });
  },
);
