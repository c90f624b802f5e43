import { escapeHtml } from "./page.ts";

type Rule = readonly [pattern: RegExp, show: (match: RegExpExecArray) => string];

/** The markdown that the Discord adapter writes, as HTML: lists, bold, italics, links, and backslashes before what is plain. */
export function discordMarkup(source: string): string {
  const parts: string[] = [];
  for (const paragraph of source.split(/\n(?=- )|(?<=^- .*)\n(?!- )/m)) {
    if (paragraph.startsWith("- ")) parts.push(`<li>${inline(paragraph.slice(2))}</li>`);
    else parts.push(`<div>${inline(paragraph).replaceAll("\n", "<br>")}</div>`);
  }
  return parts.join("").replace(/<li>.*<\/li>/s, "<ul>$&</ul>");
}

function inline(source: string): string {
  let html = "";
  for (let rest = source; rest !== "";) {
    const [length, shown] = step(rest);
    html += shown;
    rest = rest.slice(length);
  }
  return html;
}

function step(rest: string): readonly [length: number, html: string] {
  for (const [pattern, show] of RULES) {
    const match = pattern.exec(rest);
    if (match !== null) return [match[0].length, show(match)];
  }
  const [character = rest] = rest;
  return [character.length, escapeHtml(character)];
}

const RULES: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/, ([, sign = ""]) => escapeHtml(sign)],
  [
    /^\[((?:\\.|[^[\]\\])*)\]\(([^\s()]+)\)/,
    ([, words = "", url = ""]) => `<a href="${escapeHtml(url)}">${inline(words)}</a>`,
  ],
  [/^\*\*((?:\\.|[^\\])+?)\*\*/s, ([, words = ""]) => `<b>${inline(words)}</b>`],
  [/^\*((?:\\.|[^\\*])+?)\*/s, ([, words = ""]) => `<i>${inline(words)}</i>`],
];
