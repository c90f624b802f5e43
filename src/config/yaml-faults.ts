import type { Document, YAMLError } from "yaml";

interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/** Faults of known kinds, and the first of any other: those that follow it are mostly its consequences. */
export function syntaxFaults(document: Document.Parsed, text: string): readonly SyntaxFault[] {
  const all = [...document.errors, ...document.warnings];
  const known = all.filter((fault) => SYNTAX[fault.code] !== undefined);
  const other = all.filter((fault) => SYNTAX[fault.code] === undefined).slice(0, 1);
  return [...known, ...other].map((fault) => {
    const offset = fault.pos[0];
    return { offset, message: SYNTAX[fault.code] ?? otherFault(fault, text) };
  });
}

function otherFault(fault: YAMLError, text: string): string {
  const [offset] = fault.pos;
  if (text.slice(offset - 1, offset + 1) === "${") return 'inside { … } or [ … ] a variable needs quotes: "${NAME}"';
  const line = lineAt(text, offset);
  if (fault.message.startsWith("Flow ")) return "a { or [ before this is never closed: end it with } or ]";
  if (fault.message.startsWith("Missing closing ")) return "a text in quotes is never ended: put the closing quote";
  if (/^\s*(?:- )?[\w-]+:[^\s/]/.test(line)) return "a blank is missing after the colon";
  if (/: \S.*: /.test(line)) return "a value with a colon and a blank in it needs quotes";
  if (OUT_OF_STEP.has(fault.code) || /without - indicator/.test(fault.message))
    return "the indentation does not fit: lines that belong together begin in the same column";
  return `this is not YAML: ${fault.message}`;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? undefined : end);
}

const OUT_OF_STEP: ReadonlySet<YAMLError["code"]> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
]);

const SYNTAX: Partial<Record<YAMLError["code"], string>> = {
  DUPLICATE_KEY: "this key is there twice: keep one of them",
  TAB_AS_INDENT: "a tab at the beginning of a line: YAML is indented with spaces",
  MULTIPLE_DOCS: "a second document begins here (---): one file holds one document",
  BAD_SCALAR_START: "text can't begin with this character: put quotes around the value",
};
