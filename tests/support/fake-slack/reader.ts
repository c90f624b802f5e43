import type { SeenLink, SeenMessage } from "../../contract/suite/platform.ts";
import { asList, asText, isObject, type Json } from "./json.ts";
import { readMarkup, type Reading } from "./markup.ts";
import type { StoredMessage } from "./workspace.ts";

/** A stored message as somebody in the channel sees it. */
export function seen(message: StoredMessage): SeenMessage {
  const blocks = message.blocks.map((block) => readBlock(block));
  // Text beside blocks is read aloud and shown in notifications: it still notifies whomever it mentions.
  const spoken = readMarkup(message.text, { parse: message.parse !== "none", style: message.mrkdwn });
  const shown = blocks.length === 0 ? [spoken] : blocks;
  return {
    messageId: message.ts,
    text: shown.map((part) => part.text).join("\n"),
    links: shown.flatMap((part) => part.links),
    pings: [...new Set([...spoken.pings, ...shown.flatMap((part) => part.pings)])],
    deliveryId: deliveryId(message.metadata),
    replyTo: message.threadTs,
  };
}

function deliveryId(metadata: unknown): string | undefined {
  if (!isObject(metadata) || !isObject(metadata["event_payload"])) return undefined;
  const id = metadata["event_payload"]["delivery_id"];
  return typeof id === "string" ? id : undefined;
}

function readBlock(block: unknown): Reading {
  if (!isObject(block)) return NOTHING;
  switch (block["type"]) {
    case "header":
      return readText(block["text"]);
    case "section":
      return joined(
        [...(block["text"] === undefined ? [] : [block["text"]]), ...asList(block["fields"])].map(readText),
        "\n",
      );
    case "context":
      return joined(asList(block["elements"]).map(readText), " ");
    case "rich_text":
      return joined(asList(block["elements"]).map(readRichElement), "\n");
    default:
      return NOTHING;
  }
}

/** A text object: markup is parsed in `mrkdwn`; `plain_text` is shown as it is, but for emoji codes where they are asked for. */
function readText(text: unknown): Reading {
  if (!isObject(text)) return NOTHING;
  const content = asText(text["text"]);
  if (text["type"] === "mrkdwn") return readMarkup(content, { parse: text["verbatim"] !== true, style: true });
  return literal(text["emoji"] === false ? content : content.replaceAll(EMOJI_CODE, "☺"));
}

function readRichElement(element: unknown): Reading {
  if (!isObject(element)) return NOTHING;
  const parts = asList(element["elements"]);
  if (element["type"] !== "rich_text_list") return joined(parts.map(readSpan), "");
  const items = parts.map(readRichElement).map((item) => ({ ...item, text: `• ${item.text}` }));
  return joined(items, "\n");
}

/** Inside rich text nothing is parsed: only what is marked as a link or a mention is one. */
function readSpan(span: unknown): Reading {
  if (!isObject(span)) return NOTHING;
  switch (span["type"]) {
    case "text":
      return literal(asText(span["text"]));
    case "link": {
      const url = asText(span["url"]);
      const link: SeenLink = { text: asText(span["text"]) || url, url };
      return { text: link.text, links: [link], pings: [] };
    }
    case "date":
      return literal(asText(span["fallback"]));
    case "user":
    case "usergroup":
    case "broadcast":
      return mention(span);
    default:
      return literal("☺");
  }
}

function mention(span: Json): Reading {
  const name = asText(span["user_id"]) || asText(span["usergroup_id"]) || asText(span["range"]);
  return { text: `@${name}`, links: [], pings: [name] };
}

function literal(text: string): Reading {
  return { text, links: [], pings: [] };
}

function joined(parts: readonly Reading[], separator: string): Reading {
  return {
    text: parts.map((part) => part.text).join(separator),
    links: parts.flatMap((part) => part.links),
    pings: parts.flatMap((part) => part.pings),
  };
}

const NOTHING: Reading = { text: "", links: [], pings: [] };
const EMOJI_CODE = /:[a-z0-9_+-]+:/g;
