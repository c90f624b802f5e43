import type { SeenLink } from "../../contract/suite/platform.ts";

/** What a piece of a message shows and does. */
export interface Reading {
  readonly text: string;
  readonly links: readonly SeenLink[];
  readonly pings: readonly string[];
}

/**
 * Slack's mrkdwn as a reader sees it (docs.slack.dev/messaging/formatting-message-text).
 * @param options `parse`: bare addresses and @here, @channel, @everyone are linked; `style`: stars, underscores and the
 * like are markup and disappear, emoji codes become pictures
 */
export function readMarkup(markup: string, options: { readonly parse: boolean; readonly style: boolean }): Reading {
  const links: SeenLink[] = [];
  const pings: string[] = [];
  const pieces = markup.split(/(<[^<>]*>)/).map((piece) => {
    if (!piece.startsWith("<")) return bare(piece, options, links, pings);
    const [target = "", label] = piece.slice(1, -1).split("|", 2);
    if (/^[!@]/.test(target)) {
      pings.push(target.slice(1));
      return `@${label ?? target.slice(1)}`;
    }
    if (target.startsWith("#")) return label ?? target;
    links.push({ text: label ?? target, url: decoded(target) });
    return label ?? target;
  });
  return { text: decoded(pieces.join("")), links, pings };
}

function bare(
  text: string,
  options: { readonly parse: boolean; readonly style: boolean },
  links: SeenLink[],
  pings: string[],
): string {
  if (options.parse) {
    for (const [url] of text.matchAll(/https?:\/\/[^\s<>|]+/g)) links.push({ text: url, url });
    for (const [, name = ""] of text.matchAll(/(?<!\w)@(here|channel|everyone)\b/g)) pings.push(name);
  }
  if (!options.style) return text;
  return text
    .replace(/(?<!\w)([*_~`])(?=\S)(.+?)(?<=\S)\1(?!\w)/g, "$2")
    .replace(/^&gt; ?/gm, "")
    .replace(/:[a-z0-9_+-]+:/g, "☺");
}

function decoded(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
