import type { ShownMoment } from "../../model/post.ts";
import { fitText } from "../fit.ts";
import { cleanText, webAddress } from "../inert.ts";
import { LIMITS } from "./limits.ts";

/**
 * Untrusted text as Discord markdown that shows exactly this text: nothing in it formats, mentions, links or draws.
 * A backslash before a punctuation mark makes Discord show the mark itself. discord.js's `escapeMarkdown` leaves
 * mentions, emoji codes and bare links alive and so is not enough.
 * @param max the room in characters, backslashes included; longer text is cut after a word
 */
export function inertMarkdown(text: string, max: number): string {
  if (max <= 0) return "";
  const clean = cleanText(text);
  let room = max;
  for (;;) {
    const escaped = escape(fitText(clean, room));
    const excess = escaped.length - max;
    if (excess <= 0) return escaped;
    room = Math.max(0, room - Math.max(1, Math.ceil(excess / 2)));
  }
}

/** Untrusted text for a place where Discord knows no markdown: a footer. */
export function plainLine(text: string, max: number): string {
  return fitText(cleanText(text), max);
}

/** Words that carry a link, or the words alone where the address is none that a reader may be sent to, or has no room. */
export function maskedLink(text: string, address: string | undefined, max: number): string {
  const url = linkTarget(address);
  const frame = url === undefined ? 0 : `[](${url})`.length;
  if (url === undefined || frame + SHORTEST_LINK_TEXT > max) return inertMarkdown(text, max);
  const words = inertMarkdown(text, max - frame);
  return words === "" ? "" : `[${words}](${url})`;
}

/** The address where Discord takes it as a link, in a form that can't close the brackets around it. */
export function linkTarget(address: string | undefined): string | undefined {
  const url = webAddress(address)?.replace(/[()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return url === undefined || url.length > LIMITS.url ? undefined : url;
}

/**
 * A text with its moment in each reader's own zone, and as it was written beside it.
 * Source: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
 */
export function momentText(text: string, moment: ShownMoment | undefined): string {
  const at = moment === undefined ? -1 : text.indexOf(moment.shown);
  if (moment === undefined || at < 0) return inertMarkdown(text, Infinity);
  const before = inertMarkdown(text.slice(0, at), Infinity);
  const after = inertMarkdown(text.slice(at + moment.shown.length), Infinity);
  const blank = /^\s/.test(text.slice(at + moment.shown.length)) ? " " : "";
  const own = `<t:${Math.floor(moment.at / 1000)}:f> (${inertMarkdown(moment.shown, Infinity)})`;
  return `${before === "" ? "" : `${before} `}${own}${blank}${after}`;
}

const SHORTEST_LINK_TEXT = 20;

function escape(text: string): string {
  return text.replace(SIGNS, "\\$&").replace(LINE_START, "\\$&").replace(NUMBERED, "$1\\.");
}

/**
 * Emphasis, code, spoilers, links, everything in angle brackets (mentions, channels, emoji, times, commands), the colon
 * that makes a bare address a link, and the first colon of `:smile:`.
 */
const SIGNS = /[\\*_~`|[\]<@]|:(?=\/\/|[\w+-]+:)/g;
/** Headings, quotes, lists and small print. */
const LINE_START = /^[#>+-]/;
const NUMBERED = /^(\d+)\./;
