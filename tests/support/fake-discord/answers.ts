/** An answer before it is written. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Discord's error shape: a code of its own, and the same in words. */
export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}

/** "Invalid Form Body": what is wrong, by the place where it is. */
export function invalidForm(errors: readonly FormError[]): Answer {
  const tree: Record<string, unknown> = {};
  for (const error of errors) place(tree, error);
  return { status: 400, body: { message: "Invalid Form Body", code: 50035, errors: tree } };
}

export interface FormError {
  /** For example `["embeds", "0", "title"]`. */
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

function place(tree: Record<string, unknown>, { path, code, message }: FormError): void {
  let node = tree;
  for (const step of path) {
    const next = node[step];
    const child: Record<string, unknown> = isRecord(next) ? next : {};
    node[step] = child;
    node = child;
  }
  const before: unknown = node["_errors"];
  node["_errors"] = [...(Array.isArray(before) ? before : []), { code, message }];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
