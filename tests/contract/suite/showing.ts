import { describe, expect, test } from "vitest";
import { delivery, GO, on, type Open } from "./opening.ts";
import {
  digestPost,
  HOSTILE,
  hostilePosts,
  ITEM_URL,
  itemPost,
  longPost,
  manyWords,
  notePost,
  UNSAFE_URLS,
} from "./posts.ts";
import { expectNoControls, expectShown, only, wordsOf } from "./reading.ts";

/** What a reader sees of each kind of post. */
export function describeShowing(open: Open): void {
  describe("shows", () => {
    test("an item with its link, date, points, facts, what is new, topics, source and updates", async () => {
      await on(open, async (platform) => {
        const update = "Updated 24 June 2026, 09:12: participants 90 → 91";
        const post = itemPost({ updates: [{ text: update }] });
        const { messageId } = await platform.adapter.send(post, delivery(platform), GO);
        const message = only(await platform.messages(platform.channel));
        expect(message.messageId).toBe(messageId);
        expectShown(message, post.headline, "23 June 2026", ...post.points, "WTO news", update);
        for (const { label, value } of post.facts) expectShown(message, label, value);
        for (const { text, sources } of post.novelties ?? []) {
          expectShown(message, text);
          expect(message.links.map((link) => link.url)).toEqual(
            expect.arrayContaining(sources.map((source) => source.url)),
          );
        }
        for (const { label, emoji } of post.topics) expectShown(message, label, emoji);
        expect(message.links.map((link) => link.url)).toContain(ITEM_URL);
        expect(message.pings).toEqual([]);
      });
    });

    test("an item that has nothing but its headline", async () => {
      await on(open, async (platform) => {
        const bare = { url: undefined, published: undefined, points: [], facts: [], novelties: [], topics: [] };
        const post = itemPost(bare);
        await platform.adapter.send(post, delivery(platform), GO);
        const message = only(await platform.messages(platform.channel));
        expectShown(message, post.headline, post.source);
        expect(message.links).toEqual([]);
      });
    });

    test("a digest with the link and the topics of every entry", async () => {
      await on(open, async (platform) => {
        const entries = Array.from({ length: 8 }, (_, index) =>
          itemPost({
            headline: `Story number ${index}`,
            url: `https://www.wto.org/english/news_e/news26_e/ecom_0${index + 1}jul26_e.htm`,
            topics: [{ id: `t${index}`, label: `Topic ${index}`, emoji: "🔹" }],
          }),
        );
        const post = digestPost(entries);
        await platform.adapter.send(post, delivery(platform), GO);
        const message = only(await platform.messages(platform.channel));
        expectShown(
          message,
          post.title,
          ...entries.flatMap(({ headline, topics }) => [headline, topics[0]?.label ?? ""]),
        );
        const urls = message.links.map((link) => link.url);
        for (const { url } of entries) expect(urls).toContain(url);
      });
    });

    test.for(["neutral", "warning", "good"] as const)(
      "a %s note with its link and the items below it",
      async (tone) => {
        await on(open, async (platform) => {
          const item = itemPost();
          const post = notePost({ tone, items: [item] });
          await platform.adapter.send(post, delivery(platform), GO);
          const message = only(await platform.messages(platform.channel));
          expectShown(message, post.title, ...post.paragraphs, "What is posted here", item.headline, ...item.points);
          const urls = message.links.map((link) => link.url);
          expect(urls).toContain("https://docs.example.org/topics");
          expect(urls).toContain(ITEM_URL);
        });
      },
    );
  });

  describe("makes feed text inert", () => {
    test.for(HOSTILE)("$text", async ({ text, shows }) => {
      await on(open, async (platform) => {
        for (const [index, post] of hostilePosts(text).entries()) {
          const id = `${index}`.padStart(24, "0");
          await platform.adapter.send(post, delivery(platform, { id }), GO);
        }
        const messages = await platform.messages(platform.channel);
        expect(messages).toHaveLength(3);
        for (const message of messages) {
          expectShown(message, shows);
          expectNoControls(message.text);
          expect(message.pings).toEqual([]);
          const foreign = message.links.filter(
            (link) => link.url !== ITEM_URL && link.url !== "https://docs.example.org/topics",
          );
          expect(foreign).toEqual([]);
        }
      });
    });

    test.for(UNSAFE_URLS)("links nothing to %s", async (url) => {
      await on(open, async (platform) => {
        const novelties = [{ text: "89 → 91 participants", sources: [{ text: "before", url }] }];
        await platform.adapter.send(itemPost({ url, novelties }), delivery(platform), GO);
        expect(only(await platform.messages(platform.channel)).links).toEqual([]);
      });
    });
  });

  describe("fits", () => {
    test("a post far beyond every limit, cut after a whole word", async () => {
      await on(open, async (platform) => {
        const post = longPost();
        await platform.adapter.send(post, delivery(platform), GO);
        const message = only(await platform.messages(platform.channel));
        const vocabulary = new Set(wordsOf(JSON.stringify(post).replaceAll(/["\\{}[\],:]/g, " ")).split(" "));
        const cut = [...message.text.matchAll(/(\S+)…/g)].map(([, word = ""]) => word.replace(/^\W+/, ""));
        for (const word of cut) expect(vocabulary).toContain(word);
        expectShown(
          message,
          "headline0 headline1 headline2",
          "point0x0 point0x1",
          "label0x0 label0x1",
          "value0x0 value0x1",
        );
        expectShown(message, "update0 update1", ...post.topics.map((topic) => topic.label));
        expect(message.links.map((link) => link.url)).toContain(ITEM_URL);
        // Whoever shows everything needs no mark of omission; who does not, must have one.
        const complete = wordsOf(message.text).includes(wordsOf(post.points.at(-1) ?? ""));
        expect(complete || cut.length > 0).toBe(true);
      });
    });

    test("words without end and characters made of many", async () => {
      await on(open, async (platform) => {
        const family = "👨‍👩‍👧‍👦".repeat(600);
        const post = itemPost({
          headline: family,
          points: ["x".repeat(9000), family],
          facts: [{ label: family, value: family }],
        });
        await platform.adapter.send(post, delivery(platform), GO);
        const message = only(await platform.messages(platform.channel));
        expectNoControls(message.text);
        // Nobody is torn from the family.
        expect(message.text.replaceAll("👨‍👩‍👧‍👦", "")).not.toMatch(/[👨👩👧👦]/u);
      });
    });

    test("a long digest and a long note", async () => {
      await on(open, async (platform) => {
        const entries = Array.from({ length: 60 }, (_, index) =>
          itemPost({ headline: manyWords(30, `story${index}x`) }),
        );
        const { adapter } = platform;
        await adapter.send(digestPost(entries), delivery(platform, { id: "a".repeat(24) }), GO);
        const paragraphs = Array.from({ length: 30 }, (_, index) => manyWords(300, `note${index}x`));
        const note = notePost({
          title: manyWords(300, "title"),
          paragraphs,
          items: [longPost(), longPost(), longPost()],
        });
        await adapter.send(note, delivery(platform, { id: "b".repeat(24) }), GO);
        const [digest, sent] = await platform.messages(platform.channel);
        expect(wordsOf(digest?.text ?? "")).toContain("60 items on e-commerce story0x0 story0x1");
        expect(wordsOf(sent?.text ?? "")).toContain("note0x0 note0x1");
      });
    });
  });
}
