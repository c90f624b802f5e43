import type { z } from "zod";
import { explain } from "./explain.ts";
import { ConfigError } from "./problems.ts";
import type { Problem } from "./problems.ts";
import { readYaml } from "./yaml-source.ts";
import type { YamlSource } from "./yaml-source.ts";

/**
 * Reads a YAML file of one shape.
 *
 * @param text the file's content
 * @param file its name, as problems show it
 * @throws ConfigError with everything that is wrong, each with line, column and what to do
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const source = readYaml(text, file);
  return checkYaml(source, source.value, schema);
}

/**
 * Checks a value that came from a YAML document, perhaps with its variables filled in, against its shape.
 *
 * @throws ConfigError with everything that is wrong, placed in the document
 */
export function checkYaml<T>(source: YamlSource, value: unknown, schema: z.ZodType<T>): T {
  const checked = tryYaml(source, value, schema);
  if (checked.problems.length > 0 || checked.value === undefined) throw new ConfigError(checked.problems);
  return checked.value;
}

/** As `checkYaml`, but hands the problems back so that they can be told together with others. */
export function tryYaml<T>(
  source: YamlSource,
  value: unknown,
  schema: z.ZodType<T>,
): { readonly value: T | undefined; readonly problems: readonly Problem[] } {
  if (value === undefined) return { value: undefined, problems: [source.problem([], "the file is empty")] };
  const result = schema.safeParse(value, { error: (issue) => explain(issue, source) });
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: result.error.issues.flatMap((issue) => problemsOf(issue, source)) };
}

function problemsOf(issue: z.core.$ZodIssue, source: YamlSource): readonly Problem[] {
  if (issue.code === "unrecognized_keys") {
    // One sentence for each key, in the order of the keys.
    const messages = issue.message.split("\n");
    return issue.keys.map((key, index) => source.problemAtKey(issue.path, key, messages[index] ?? "is not known"));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const closest = issue.errors.toSorted((one, other) => distance(one) - distance(other))[0] ?? [];
    return closest.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, source));
  }
  return [source.problem(issue.path, issue.message)];
}

/** How far a value is from one of several allowed shapes: the number of faults, and farthest where even its kind is another. */
function distance(issues: readonly z.core.$ZodIssue[]): number {
  const otherKind = issues.some((issue) => issue.code === "invalid_type" && issue.path.length === 0);
  return otherKind ? Number.MAX_SAFE_INTEGER : issues.length;
}
