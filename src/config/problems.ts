/** Where in a document something stands: the keys and list positions from the top. */
export type Path = readonly PropertyKey[];

/** One thing that is wrong in a configuration file. */
export interface Problem {
  readonly file: string;
  /** Counted from 1; undefined where the trouble has no place in the text, such as a missing file. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Which value is meant, for example `chats[0].platform`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and what to do. Holds no secret. */
  readonly message: string;
}

/** The configuration can't be used. All that is wrong with it is told at once, one problem a line. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options: ErrorOptions = {}) {
    const inOrder = problems.toSorted(byPlace);
    super(inOrder.map(problemLine).join("\n"), options);
    this.problems = inOrder;
  }
}

/** A problem on one line: `config/tradepost.yaml:14:7 chats[0].platform: …`. */
export function problemLine(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  return problem.path === "" ? `${place}: ${problem.message}` : `${place} ${problem.path}: ${problem.message}`;
}

/** A path as a reader writes it: `["chats", 0, "platform"]` is `chats[0].platform`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function byPlace(one: Problem, other: Problem): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
