import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { answerEmbed, sheetFor as discordSheet } from "../../src/chat/discord/answer-embed.ts";
import { replyRows } from "../../src/chat/discord/components.ts";
import { renderMessage } from "../../src/chat/discord/render.ts";
import { replyMessage, sheetFor as slackSheet } from "../../src/chat/slack/answer-blocks.ts";
import { render } from "../../src/chat/slack/render.ts";
import { loadRules } from "../../src/config/topics.ts";
import { realAnswers, type Asked } from "./answers.ts";
import { openArchive } from "./archive.ts";
import { pictureOf } from "./browser.ts";
import { discordPage } from "./discord-page.ts";
import type { Page } from "./page.ts";
import { shownPosts } from "./posts.ts";
import { slackPage } from "./slack-page.ts";

// Takes the pictures of docs/pictures from the payloads that the adapters send and from real answers of the desk, into that folder or the one given. Needs
// a Chromium: Debian's, or the one that CHROMIUM names.

const POSTED = new Date(2026, 5, 23, 8, 15);
const POST_ID = "5f2a9c0e71b34d68a7c3e901";
const REPLY_ID = "b80d46f1c2957ea3306f5d12";

const ROOT = new URL("../../", import.meta.url);
const folder = resolve(process.argv[2] ?? fileURLToPath(new URL("docs/pictures", ROOT)));
const rules = await loadRules(fileURLToPath(new URL("config/topics.yaml", ROOT)));
const posts = await shownPosts(rules);

const PAGES: Readonly<Record<string, Page>> = {
  "slack-item": await slackPage(render(posts.item), POSTED),
  "slack-digest": await slackPage(render(posts.digest), POSTED),
  "slack-welcome": await slackPage(render(posts.welcome), POSTED),
  "discord-item": discordPage([{ body: renderMessage(posts.item, POST_ID), time: "08:15" }]),
  "discord-correction": discordPage([
    { body: renderMessage(posts.corrected, POST_ID), time: "08:15", edited: true },
    { body: renderMessage(posts.correction, REPLY_ID), time: "08:30", isReply: true },
  ]),
  "discord-digest": discordPage([{ body: renderMessage(posts.digest, POST_ID), time: "08:15" }]),
  "discord-notes": discordPage(
    [posts.welcome, ...posts.notices].map((note) => ({ body: renderMessage(note, POST_ID), time: "08:15" })),
  ),
};

async function commandPage({ platform, reply }: Asked): Promise<Page> {
  if (platform === "slack") {
    const sheet = slackSheet(reply);
    return await slackPage(replyMessage(reply, sheet, "token"), POSTED);
  }
  const sheet = discordSheet(reply);
  const body = { embeds: [answerEmbed(sheet, reply.askedBy)], components: replyRows(reply, sheet, "token") };
  return discordPage([{ body: { ...body, allowed_mentions: { parse: [], replied_user: false } }, time: "08:15" }]);
}

await using archive = await openArchive(rules);
const commands: Record<string, Page> = {};
for (const [name, asked] of await realAnswers(archive)) commands[`command-${name}`] = await commandPage(asked);

for (const [name, page] of Object.entries({ ...PAGES, ...commands })) {
  const picture = await pictureOf(page, process.env["CHROMIUM"] ?? "/usr/bin/chromium");
  await writeFile(join(folder, `${name}.png`), picture);
  process.stdout.write(`${name}.png: ${Math.ceil(picture.length / 1024)} kB\n`);
}
