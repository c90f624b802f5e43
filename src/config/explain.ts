import { z } from "zod";
import { nearest } from "../model/nearest.ts";
import type { YamlSource } from "./yaml-source.ts";

/** Says in plain words what is wrong with one value. Never repeats the value itself: it may be a secret. */
export function explain(issue: z.core.$ZodRawIssue, source: YamlSource): string | undefined {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, keysOf(issue.inst))).join("\n");
    case "invalid_type":
      return wrongType(issue, source);
    case "invalid_value":
      return notAmong(issue.input, issue.values.map(String));
    case "invalid_union":
      return Array.isArray(issue.options) ? notAmong(discriminated(issue), issue.options.map(String)) : undefined;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return `is too ${measure(issue.origin)}: at most ${issue.maximum} ${unit(issue.origin)}`.trimEnd();
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "not_multiple_of":
      return undefined;
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== undefined) return `is not known; did you mean "${near}"?`;
  return known.length > 0 ? `is not known; known here: ${known.join(", ")}` : "is not known";
}

function keysOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function wrongType(
  issue: { input: unknown; expected: string; path?: PropertyKey[] | undefined },
  source: YamlSource,
): string {
  const wanted = `should be ${named(issue.expected)}`;
  const { input } = issue;
  if (input === undefined) return `is missing; it ${wanted}`;
  if (input === null) {
    return source.emptyBeforeComment(issue.path ?? [])
      ? 'is empty, because # begins a comment in YAML: put quotes around the value ("#…")'
      : `is empty; it ${wanted}`;
  }
  if (issue.expected === "string" && typeof input === "bigint") {
    return "is a number too long to be kept exactly: put quotes around it";
  }
  if (issue.expected === "string" && ["number", "boolean"].includes(typeof input)) {
    return `is read as ${named(typeof input)}: put quotes around it`;
  }
  return `${wanted}, but is ${named(kindOf(input))}`;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function named(type: string): string {
  const names: Readonly<Record<string, string>> = {
    array: "a list (- …)",
    bigint: "a number",
    boolean: "true or false",
    int: "a whole number",
    number: "a number",
    object: "a block of keys and values",
    record: "a block of keys and values",
    string: "text",
  };
  return names[type] ?? type;
}

function notAmong(input: unknown, allowed: readonly string[]): string {
  const list = allowed.join(", ");
  if (input === undefined || input === null) return `is missing; one of: ${list}`;
  const near = typeof input === "string" ? nearest(input, allowed) : undefined;
  return near === undefined ? `should be one of: ${list}` : `should be one of: ${list}; did you mean "${near}"?`;
}

function discriminated(issue: { input: unknown; discriminator?: string | undefined }): unknown {
  const { input, discriminator } = issue;
  if (typeof input !== "object" || input === null || discriminator === undefined) return undefined;
  return Object.entries(input).find(([key]) => key === discriminator)?.[1];
}

function tooSmall(issue: { origin: string; minimum: number | bigint; input: unknown }): string {
  if (issue.origin === "string" && issue.input === "") return "is empty";
  if (issue.origin === "array" && Array.isArray(issue.input) && issue.input.length === 0) {
    return "is an empty list: at least one is needed";
  }
  return `is too ${issue.origin === "number" || issue.origin === "int" ? "small" : "short"}: at least ${issue.minimum} ${unit(issue.origin)}`.trimEnd();
}

function measure(origin: string): string {
  return origin === "number" || origin === "int" ? "large" : "long";
}

function unit(origin: string): string {
  if (origin === "string") return "characters";
  return origin === "array" ? "entries" : "";
}
