import type { Path } from "./problems.ts";

/** The environment of the process, or what a test puts in its place. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A value whose variables are filled in, and what is wrong with those that could not be. */
export interface Filled {
  readonly value: unknown;
  readonly troubles: readonly Trouble[];
}

interface Trouble {
  readonly path: Path;
  readonly message: string;
}

/** Reads a file as text; throws where it can't. */
export type ReadFile = (path: string) => Promise<string>;

/**
 * Puts the environment's values in the place of `${NAME}` in every text of a configuration; `$${NAME}` stays as
 * `${NAME}`. Where `NAME` is not set but `NAME_FILE` is, the value is what that file holds, without a byte-order mark
 * and the line breaks at its end: so container secrets need not pass through the environment. Keys are left alone.
 */
export async function fillIn(value: unknown, env: Environment, readFile: ReadFile): Promise<Filled> {
  const troubles: Trouble[] = [];

  const fill = async (part: unknown, path: Path): Promise<unknown> => {
    if (typeof part === "string") {
      const filled = await fillText(part, (name) => lookUp(name, env, readFile));
      troubles.push(...filled.troubles.map((message) => ({ path, message })));
      return filled.text;
    }
    if (Array.isArray(part)) return Promise.all(part.map((entry, index) => fill(entry, [...path, index])));
    if (typeof part !== "object" || part === null) return part;
    const entries = Object.entries(part).map(async ([key, entry]) => [key, await fill(entry, [...path, key])] as const);
    return Object.fromEntries(await Promise.all(entries));
  };

  return { value: await fill(value, []), troubles };
}

type Looked = { readonly value: string } | { readonly trouble: string };

const VARIABLE = /(?<escape>\$?)\$\{(?<name>[^}]*)\}/g;

async function fillText(text: string, look: (name: string) => Promise<Looked>) {
  const troubles: string[] = [];
  let filled = "";
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const { escape, name = "" } = match.groups ?? {};
    filled += text.slice(end, match.index);
    end = match.index + match[0].length;
    const looked = escape === "$" ? { value: match[0].slice(1) } : await look(name);
    if ("trouble" in looked) troubles.push(looked.trouble);
    filled += "value" in looked ? looked.value : match[0];
  }
  const rest = text.slice(end);
  if (/(?<!\$)\$\{/.test(rest)) troubles.push("${ is never closed: write ${NAME}, or $${ for the two characters");
  return { text: filled + rest, troubles };
}

async function lookUp(name: string, env: Environment, readFile: ReadFile): Promise<Looked> {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return {
      trouble: `\${${name}} is not the name of a variable: letters, digits and _ only, for example \${BOT_TOKEN}`,
    };
  }
  const value = env[name];
  const file = env[`${name}_FILE`];
  if (value !== undefined && value !== "") {
    return file === undefined || file === ""
      ? { value }
      : { trouble: `the environment has both ${name} and ${name}_FILE: keep one of them` };
  }
  if (file === undefined || file === "") {
    const state = value === "" ? "is empty" : "is not set";
    return {
      trouble: `the variable ${name} ${state}: set ${name}, or ${name}_FILE to the path of a file that holds it`,
    };
  }
  try {
    return fromFile(name, file, await readFile(file));
  } catch (error) {
    return { trouble: `${name}_FILE names ${file}, which can't be read: ${codeOf(error)}` };
  }
}

function fromFile(name: string, file: string, content: string): Looked {
  // Editors on Windows begin a text with a byte-order mark, which no token has.
  const value = content.replace(/^\uFEFF/, "").replace(/[\r\n]+$/, "");
  return value === "" ? { trouble: `${name}_FILE names ${file}, which is empty` } : { value };
}

/** The system's word for what went wrong, such as ENOENT. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.message : String(error);
}
