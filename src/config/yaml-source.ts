import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document, Node, Pair } from "yaml";
import { ConfigError, pathText } from "./problems.ts";
import type { Path, Problem } from "./problems.ts";
import { syntaxFaults } from "./yaml-faults.ts";

/** A YAML document that was read: its value, and where each part of it stands. */
export interface YamlSource {
  readonly file: string;
  /** Whole numbers that JavaScript can't hold exactly stay `bigint`; an empty document is undefined. */
  readonly value: unknown;
  /** A problem at the value with this path, or at the nearest place above it that the document has. */
  problem(path: Path, message: string): Problem;
  /** A problem at a key itself: `path` is that of the mapping. */
  problemAtKey(path: Path, key: string, message: string): Problem;
  /** Whether the value is empty and a comment follows on its line, as in `channel: #trade`. */
  emptyBeforeComment(path: Path): boolean;
}

/**
 * Reads one YAML 1.2 document with merge keys (`<<`).
 *
 * @param file the name to show in problems
 * @throws ConfigError with every error of syntax; repeated keys, unknown tags and documents whose aliases would
 *   multiply into something huge are errors too
 */
export function readYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    intAsBigInt: true,
    merge: true,
    stringKeys: true,
    prettyErrors: false,
  });
  const at = (offset: number, path: Path, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: pathText(path), message };
  };
  const faults = syntaxFaults(document, text);
  if (faults.length > 0) throw new ConfigError(faults.map(({ offset, message }) => at(offset, [], message)));

  return {
    file,
    value: plainValue(document, at),
    problem: (path, message) => at(offsetOf(document, path), path, message),
    problemAtKey: (path, key, message) => at(offsetOf(document, [...path, key], "key"), [...path, key], message),
    emptyBeforeComment(path) {
      const place = find(document, path);
      if (!place.found || !isScalar(place.node) || place.node.value !== null) return false;
      const end = text.indexOf("\n", place.offset);
      return /[:\-?]\s+#/.test(text.slice(place.offset, end === -1 ? undefined : end));
    },
  };
}

type At = (offset: number, path: Path, message: string) => Problem;

function plainValue(document: Document.Parsed, at: At): unknown {
  try {
    return document.contents === null ? undefined : exactNumbers(document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    const message = "its aliases (*name) repeat each other too often or lead nowhere: write the values out";
    throw new ConfigError([at(0, [], message)], { cause: error });
  }
}

/** Turns every bigint that a number holds exactly into that number. */
function exactNumbers(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(exactNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, exactNumbers(entry)]));
}

interface Place {
  /** False where the document has no such value, and the place is that of something around it. */
  readonly found: boolean;
  readonly node: unknown;
  readonly offset: number;
}

function offsetOf(document: Document.Parsed, path: Path, end: "key" | "value" = "value"): number {
  const place = find(document, path);
  const valueStart = isNode(place.node) && !isEmpty(place.node) ? place.node.range?.[0] : undefined;
  return end === "value" && place.found ? (valueStart ?? place.offset) : place.offset;
}

/** Walks down as far as the document goes. The offset is that of the last key or list entry on the way. */
function find(document: Document.Parsed, path: Path): Place {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    const next = isMap(node) || isSeq(node) ? child(node, key) : undefined;
    if (next === undefined) {
      return { found: false, node, offset: isNode(node) ? (node.range?.[0] ?? offset) : offset };
    }
    node = next.value;
    offset = next.offset ?? offset;
  }
  return { found: true, node, offset };
}

interface Child {
  readonly value: unknown;
  readonly offset: number | undefined;
}

function child(parent: Node, key: PropertyKey): Child | undefined {
  if (isSeq(parent)) {
    const entry = typeof key === "number" ? parent.items[key] : undefined;
    return isNode(entry) ? { value: entry, offset: entry.range?.[0] } : undefined;
  }
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item: Pair) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return undefined;
  return { value: pair.value, offset: isNode(pair.key) ? pair.key.range?.[0] : undefined };
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null;
}
