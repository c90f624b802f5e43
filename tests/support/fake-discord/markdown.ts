/** Text as Discord shows it, and what in it can be clicked. */
export interface Shown {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

type Rule = readonly [pattern: RegExp, show: (match: RegExpExecArray, links: Shown["links"][number][]) => string];

/**
 * Reads Discord's markdown the way its client does: rules in order at each place, the first that fits wins, and a
 * backslash before a punctuation mark makes it plain. Marks of format vanish; what a mention or an emoji code would be
 * drawn as is shown in `⟦ ⟧`, so that a test sees that it came alive.
 */
export function readMarkdown(source: string): Shown {
  const links: { text: string; url: string }[] = [];
  const text = source
    .split("\n")
    .map((line) => inline(blockFree(line), links))
    .join("\n");
  return { text, links };
}

/** Takes the mark of a block from a line's start; a heading, quote or small print is shown as having come alive. */
function blockFree(line: string): string {
  const list = /^\s*(?:[-*+]|\d+\.) (.*)$/.exec(line);
  if (list !== null) return list[1] ?? "";
  const block = /^(?:#{1,3}|-#|>{1,3}) (.*)$/.exec(line);
  return block === null ? line : `⟦block⟧${block[1] ?? ""}`;
}

function inline(source: string, links: { text: string; url: string }[]): string {
  let rest = source;
  let shown = "";
  while (rest !== "") {
    const [length, text] = step(rest, links);
    shown += text;
    rest = rest.slice(length);
  }
  return shown;
}

function step(rest: string, links: { text: string; url: string }[]): readonly [length: number, text: string] {
  for (const [pattern, show] of RULES) {
    const match = pattern.exec(rest);
    if (match !== null) return [match[0].length, show(match, links)];
  }
  const plain = /^(?:[\p{L}\p{N}]+(?!:\/\/)|[^])/u.exec(rest)?.[0] ?? rest;
  return [plain.length, plain];
}

/** A bare address as the client finds it. */
const ADDRESS = /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/;

const RULES: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/, ([, sign = ""]) => sign],
  [
    /^\[((?:\\.|[^[\]\\])*)\]\(\s*<?((?:\([^)]*\)|[^\s\\()])+?)>?(?:\s+['"][^]*?['"])?\s*\)/,
    ([, words = "", url = ""], links) => {
      const text = inline(words, links);
      links.push({ text, url });
      return text;
    },
  ],
  [
    /^<((?:https?):\/\/[^>\s]+)>/,
    ([, url = ""], links) => {
      links.push({ text: url, url });
      return url;
    },
  ],
  [
    ADDRESS,
    ([url], links) => {
      links.push({ text: url, url });
      return url;
    },
  ],
  [/^<(?:@[!&]?|#|a?:\w+:|t:|\/[\w -]+:|id:)[\w:-]*>/, ([all]) => `⟦${all}⟧`],
  [/^@(?:everyone|here)/, ([all]) => `⟦${all}⟧`],
  [/^:[a-z0-9_+-]+:/i, ([all]) => (/^:\d+:$/.test(all) ? all : `⟦${all}⟧`)],
  [/^(`+)([^]*?[^`])\1(?!`)/, ([, , code = ""]) => `⟦code⟧${code}`],
  [/^\|\|([^]+?)\|\|/, ([, hidden = ""], links) => `⟦spoiler⟧${inline(hidden, links)}`],
  [/^\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/, ([, words = ""], links) => inline(words, links)],
  [/^__((?:\\[^]|[^\\])+?)__(?!_)/, ([, words = ""], links) => inline(words, links)],
  [/^~~((?:\\[^]|[^\\])+?)~~/, ([, words = ""], links) => `⟦struck⟧${inline(words, links)}`],
  [/^\*(?=\S)((?:\\[^]|\*\*|[^\\*])+?)\*(?!\*)/, ([, words = ""], links) => inline(words, links)],
  [/^_((?:\\[^]|__|[^\\_])+?)_(?![\w_])/, ([, words = ""], links) => inline(words, links)],
];
