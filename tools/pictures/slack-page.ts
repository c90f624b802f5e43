import { readFile } from "node:fs/promises";
import { createElement, type ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";
import type { SlackMessage } from "../../src/chat/slack/render.ts";
import { LOGO } from "./logo.ts";
import type { Page } from "./page.ts";

type Blocks = ComponentProps<typeof Message>["blocks"];

/** A message as Slack's desktop client shows it, drawn from its blocks. */
export async function slackPage(message: SlackMessage, time: Date): Promise<Page> {
  const sheet = new URL("../../node_modules/slack-blocks-to-jsx/dist/style.css", import.meta.url);
  // A copy by JSON is just what travels to Slack; the library's own type of a block is narrower than the SDK's.
  const blocks: Blocks = JSON.parse(JSON.stringify(message.blocks));
  const drawn = createElement(Message, { blocks, time, logo: LOGO, name: "Tradepost", theme: "light" });
  return {
    style: `${await readFile(sheet, "utf8")}\n${STYLE}`,
    body: renderToStaticMarkup(drawn),
    modules: [],
    width: 680,
  };
}

// The library collapses line breaks, which Slack shows, and names no font that is near to Slack's Lato.
const STYLE = `
  body { background: #fff; padding: 16px 20px; }
  .slack_blocks_to_jsx.styles_enabled {
    max-width: none; font-family: Lato, Carlito, "Noto Sans", sans-serif !important;
  }
  .slack_blocks_to_jsx p { white-space: pre-line; }
  .slack_blocks_to_jsx img { border-radius: 6px; }
`;
