import type { APIEmbed } from "discord.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bearsMark } from "../../../../src/chat/discord/mark.ts";
import { createBody } from "../../../../src/chat/discord/messages.ts";
import { renderMessage } from "../../../../src/chat/discord/render.ts";
import type { DigestPost, ItemPost, Post } from "../../../../src/model/post.ts";
import { messageErrors } from "../../../support/fake-discord/message-rules.ts";
import { createErrors, editErrors } from "../../../support/fake-discord/message-schemas.ts";
import { anyPost } from "./arbitrary-posts.ts";

const ID = "0123456789abcdef01234567";

const ITEM: ItemPost = {
  kind: "item",
  language: "en",
  headline: "Delegates close the chapter on invoices",
  url: "https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm",
  published: { day: "2026-06-23", text: "23 June 2026" },
  points: ["The group closed the chapter.", "It meets again in July."],
  facts: [{ label: "Participants", value: "91" }],
  topics: [{ id: "e-invoicing", label: "E-invoicing", emoji: "🧾" }],
  source: "WTO news",
  updates: [],
};

describe("a rendered message", () => {
  test("is an embed with the item's parts in their places", () => {
    expect(renderMessage(ITEM, ID)).toEqual({
      embeds: [
        {
          title: "Delegates close the chapter on invoices",
          url: ITEM.url,
          color: 0x1f5fa8,
          description: "- The group closed the chapter.\n- It meets again in July.\n\n🧾 E-invoicing",
          fields: [{ name: "Participants", value: "91", inline: true }],
          footer: { text: "WTO news · 23 June 2026 · ref 0123456789ab" },
        },
      ],
      components: [],
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  test("shows what is new in the process below the points, with both sources", () => {
    const sources = [
      { text: "before", url: "https://www.wto.org/b_(1).htm" },
      { text: "now", url: ITEM.url },
    ];
    const novelties = [{ text: "89 → 91 participants since 12 June 2026", sources }];
    const [embed] = renderMessage({ ...ITEM, novelties }, ID).embeds;
    expect(embed?.description?.split("\n\n")[1]).toBe(
      `🆕 **89 → 91 participants since 12 June 2026** ([before](https://www.wto.org/b_%281%29.htm) · [now](${ITEM.url}))`,
    );
  });

  test("shows the moment of a correction in each reader's zone, and as it was written", () => {
    const moment = { at: Date.UTC(2026, 5, 24, 7, 12), shown: "24 June 2026, 09:12" };
    const updates = [{ text: "Updated 24 June 2026, 09:12: participants 90 → 91", moment }];
    const [embed] = renderMessage({ ...ITEM, updates }, ID).embeds;
    expect(embed?.fields?.at(-1)).toEqual({
      name: "✏️ Updated",
      value: "<t:1782285120:f> (24 June 2026, 09:12): participants 90 → 91",
      inline: false,
    });
  });

  test("strikes through what was taken back, with who and why above it", () => {
    const retracted = { text: "Taken back by Ana: not on e-commerce" };
    const [embed] = renderMessage({ ...ITEM, retracted }, ID).embeds;
    expect(embed?.title).toBe("~~Delegates close the chapter on invoices~~");
    expect(embed?.description).toBe(
      "⛔ **Taken back by Ana: not on e-commerce**\n\n- ~~The group closed the chapter.~~\n- ~~It meets again in July.~~\n\n🧾 E-invoicing",
    );
    expect(embed?.fields?.[0]?.value).toBe("~~91~~");
  });

  test("of a digest begins with what comes next, and names its topics", () => {
    const next = { title: "What comes next", lines: ["6–8 July 2026 · plenary meeting"] };
    const sections = [{ title: "Invoices", from: 0 }];
    const { embeds } = renderMessage(
      { kind: "digest", language: "en", title: "1 item", entries: [ITEM], next, sections },
      ID,
    );
    expect(embeds[0]?.description).toMatch(
      /^\*\*What comes next\*\*\n- 6–8 July 2026 · plenary meeting\n\n### Invoices\n\*\*\[Delegates close/,
    );
  });

  test("says below the facts what was corrected, the latest first", () => {
    const updates = [{ text: "Updated on Monday" }, { text: "Updated 24 June 2026, 09:12: participants 90 → 91" }];
    const [embed] = renderMessage({ ...ITEM, updates }, ID).embeds;
    expect(embed?.fields).toEqual([
      { name: "Participants", value: "91", inline: true },
      { name: "✏️ Updated 24 June 2026, 09\\:12:", value: "participants 90 → 91", inline: false },
      { name: "✏️", value: "Updated on Monday", inline: false },
    ]);
  });

  test("of a digest says each item's sentence before its facts, and once what all items share", () => {
    const facts = [{ label: "Meeting held", value: "23 June 2026" }, ...ITEM.facts];
    const updates = [{ text: "Updated on Monday" }];
    const entries = [
      { ...ITEM, facts, updates },
      { ...ITEM, url: undefined, facts: [], topics: [] },
    ];
    const [embed] = renderMessage({ kind: "digest", language: "en", title: "2 items", entries }, ID).embeds;
    expect(embed?.description).toBe(
      [
        `**[${ITEM.headline}](${ITEM.url})**`,
        "The group closed the chapter.",
        "**Participants:** 91",
        "🧾 E-invoicing",
        "✏️ *Updated on Monday*",
        "",
        `**${ITEM.headline}**`,
        "The group closed the chapter.",
      ].join("\n"),
    );
    expect(embed?.footer?.text).toBe("WTO news · 23 June 2026 · ref 0123456789ab");
  });

  test("of a digest says the day of each item where they differ", () => {
    const entries = [ITEM, { ...ITEM, published: { day: "2026-06-24", text: "24 June 2026" } }];
    const [embed] = renderMessage({ kind: "digest", language: "en", title: "2 items", entries }, ID).embeds;
    expect(embed?.description).toContain("\n23 June 2026 · 🧾 E-invoicing\n");
    expect(embed?.description).toMatch(/\n24 June 2026 · 🧾 E-invoicing$/);
    expect(embed?.footer?.text).toBe("WTO news · ref 0123456789ab");
  });

  test("of a note says its tone in more than the colour", () => {
    const note = { kind: "note", language: "en", title: "Title", paragraphs: [], link: undefined, items: [] } as const;
    const titles = (["neutral", "warning", "good"] as const).map(
      (tone) => renderMessage({ ...note, tone }, ID).embeds[0]?.title,
    );
    expect(titles).toEqual(["Title", "⚠️ Title", "✅ Title"]);
  });

  test("of many items with sources without end stays within the whole", () => {
    const long = "word ".repeat(900);
    const item = { ...ITEM, source: long, published: { day: "2026-06-23", text: long } };
    const items = Array.from({ length: 9 }, () => item);
    const note: Post = {
      kind: "note",
      language: "en",
      tone: "good",
      title: long,
      paragraphs: [long],
      link: undefined,
      items,
    };
    expect(renderMessage(note, ID).embeds.reduce((sum, embed) => sum + sizeOf(embed), 0)).toBeLessThanOrEqual(6000);
  });

  test("leaves a day to its words: no timestamp at midnight", () => {
    expect(JSON.stringify(renderMessage(ITEM, ID))).not.toContain("timestamp");
  });

  test("counts the entries of a digest that have no room", () => {
    const digest: DigestPost = {
      kind: "digest",
      language: "en",
      title: "60 items",
      entries: Array.from({ length: 60 }, () => ITEM),
    };
    const [embed] = renderMessage(digest, ID).embeds;
    const shown = embed?.description?.match(/\*\*\[/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(20);
    expect(embed?.description).toMatch(new RegExp(`… \\+${60 - shown}$`));
  });

  test("has its nonce, which is enforced, and names the post that it answers", () => {
    const body = createBody(ITEM, { channel: "1180000000000000101", id: ID, replyTo: "1180000000000000777" });
    expect(body).toMatchObject({
      nonce: ID,
      enforce_nonce: true,
      message_reference: { message_id: "1180000000000000777" },
    });
  });

  test.for(["a_b ", "word ", "👨‍👩‍👧 ", "x"])(
    "uses the room of a whole message and not more, for text of %s without end",
    (text) => {
      const long = text.repeat(9000);
      const facts = Array.from({ length: 30 }, () => ({ label: long, value: long }));
      const item: ItemPost = { ...ITEM, headline: long, points: Array.from({ length: 20 }, () => long), facts };
      const note = { language: "en", tone: "neutral", title: long, paragraphs: [long], link: undefined } as const;
      const posts: readonly Post[] = [item, { kind: "note", ...note, items: Array.from({ length: 12 }, () => item) }];
      for (const post of posts) {
        const size = renderMessage(post, ID).embeds.reduce((sum, embed) => sum + sizeOf(embed), 0);
        expect(size).toBeLessThanOrEqual(6000);
        expect(size).toBeGreaterThan(3000);
      }
    },
  );

  test("is within every limit, in its parts and as a whole, for any input", () => {
    fc.assert(
      fc.property(anyPost, (post) => {
        const body = createBody(post, { channel: "1180000000000000101", id: ID, replyTo: undefined });
        expect(createErrors(body)).toEqual([]);
        expect(editErrors(renderMessage(post, ID))).toEqual([]);
        expect(messageErrors({ ...body })).toEqual([]);
        const { embeds } = renderMessage(post, ID);
        expect(embeds.reduce((sum, embed) => sum + sizeOf(embed), 0)).toBeLessThanOrEqual(6000);
        for (const embed of embeds) expectWithinLimits(embed);
        expect(bearsMark(embeds.at(-1)?.footer?.text ?? "", ID)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

/** Counted here once more, by the documents' list, so that neither the adapter nor the fake judges itself. */
function sizeOf(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function expectWithinLimits(embed: APIEmbed): void {
  expect(embed.title?.length ?? 0).toBeLessThanOrEqual(256);
  expect(embed.description?.length ?? 0).toBeLessThanOrEqual(4096);
  expect(embed.footer?.text.length ?? 0).toBeLessThanOrEqual(2048);
  expect(embed.fields?.length ?? 0).toBeLessThanOrEqual(25);
  for (const { name, value } of embed.fields ?? []) {
    expect(name.trim()).not.toBe("");
    expect(value.trim()).not.toBe("");
    expect(name.length).toBeLessThanOrEqual(256);
    expect(value.length).toBeLessThanOrEqual(1024);
  }
  expect(embed.url ?? "https://none.example").toMatch(/^https?:/);
}
