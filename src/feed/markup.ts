/** A piece of XML or HTML. Comments and processing instructions are not told. */
export type Token =
  | { readonly kind: "text"; readonly raw: string }
  | { readonly kind: "cdata"; readonly text: string }
  | { readonly kind: "open"; readonly raw: string; readonly name: string; readonly empty: boolean }
  | { readonly kind: "close"; readonly raw: string; readonly name: string }
  | { readonly kind: "declaration"; readonly raw: string };

const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy;

/**
 * Cuts markup into tokens, however broken, in one pass: a `<` that begins nothing is text, a tag never reaches beyond
 * the next `<`, and what is opened at the end of the text and never closed is taken as far as it goes. Never throws.
 */
export function* tokensOf(markup: string): Generator<Token> {
  let at = 0;
  while (at < markup.length) {
    const start = markup.indexOf("<", at);
    if (start === -1) {
      yield { kind: "text", raw: markup.slice(at) };
      return;
    }
    if (start > at) yield { kind: "text", raw: markup.slice(at, start) };
    const [token, end] = tokenAt(markup, start);
    if (token !== undefined) yield token;
    at = end;
  }
}

/** The attributes of an open tag by name as written; of doubles the first counts. Values are not decoded. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const scan = /\s*([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S*)))?/y;
  const inside = tag.replace(/^<[^\s/>]*/, "").replace(/\/?>$/, "");
  for (let found = scan.exec(inside); found !== null; found = scan.exec(inside)) {
    const [, name = "", double, single, bare] = found;
    if (!attributes.has(name)) attributes.set(name, double ?? single ?? bare ?? "");
  }
  return attributes;
}

type Step = readonly [token: Token | undefined, end: number];

function tokenAt(markup: string, start: number): Step {
  if (markup.startsWith("<!--", start)) return [undefined, after(markup, "-->", start + 4)];
  if (markup.startsWith("<?", start)) return [undefined, after(markup, ">", start)];
  if (markup.startsWith("<![CDATA[", start)) {
    const end = after(markup, "]]>", start + 9);
    return [{ kind: "cdata", text: markup.slice(start + 9, end).replace(/\]\]>$/, "") }, end];
  }
  if (markup.startsWith("<!", start)) {
    const end = declarationEnd(markup, start);
    return [{ kind: "declaration", raw: markup.slice(start, end) }, end];
  }
  return tagAt(markup, start) ?? [{ kind: "text", raw: "<" }, start + 1];
}

function tagAt(markup: string, start: number): Step | undefined {
  const closing = markup[start + 1] === "/";
  NAME.lastIndex = start + (closing ? 2 : 1);
  const name = NAME.exec(markup)?.[0];
  if (name === undefined) return undefined;

  const end = tagEnd(markup, start) ?? (closing ? bareEnd(markup, start + 2 + name.length) : undefined);
  if (end === undefined) return undefined;
  const raw = markup.slice(start, end);
  return [closing ? { kind: "close", raw, name } : { kind: "open", raw, name, empty: raw.endsWith("/>") }, end];
}

/** A close tag that lacks its `>` still closes, where nothing but white space stands in its place. */
function bareEnd(markup: string, from: number): number | undefined {
  const rest = /\s*(?=<|$)/y;
  rest.lastIndex = from;
  return rest.exec(markup) === null ? undefined : rest.lastIndex;
}

/** Where a tag ends: at the first `>` outside quotes, or, with a quote left open, at the first `>` at all. */
function tagEnd(markup: string, start: number): number | undefined {
  const next = markup.indexOf("<", start + 1);
  const span = markup.slice(start, next === -1 ? undefined : next);
  const mark = /[>"']/g;
  for (let found = mark.exec(span); found !== null; found = mark.exec(span)) {
    if (found[0] === ">") return start + mark.lastIndex;
    const closed = span.indexOf(found[0], mark.lastIndex);
    if (closed === -1) break;
    mark.lastIndex = closed + 1;
  }
  const first = span.indexOf(">");
  return first === -1 ? undefined : start + first + 1;
}

/** Declarations hold others in brackets: `<!DOCTYPE feed [ … ]>`. */
function declarationEnd(markup: string, start: number): number {
  const end = after(markup, ">", start);
  const bracket = markup.slice(start, end).indexOf("[");
  if (bracket === -1) return end;

  const inner = /\]\s*>/g;
  inner.lastIndex = start + bracket;
  return inner.exec(markup) === null ? markup.length : inner.lastIndex;
}

function after(markup: string, mark: string, from: number): number {
  const found = markup.indexOf(mark, from);
  return found === -1 ? markup.length : found + mark.length;
}
