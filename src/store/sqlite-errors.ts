/** By SQLite's primary result code, what whoever hosts the bot can do: https://www.sqlite.org/rescode.html */
const REMEDIES: ReadonlyMap<number, (path: string) => string> = new Map([
  [8, (path) => `let the bot's user write to ${path} and its folder`],
  [13, (path) => `make room on the disk that holds ${path}`],
]);

/** Runs a statement; where SQLite says that its file can't be written, the error says what to do as well. */
export function withRemedy<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") throw error;
    const remedy = REMEDIES.get(error.errcode & 0xff);
    if (remedy === undefined) throw error;
    const { message, errcode } = error;
    const code = "code" in error ? error.code : undefined;
    throw Object.assign(new Error(`${message}: ${remedy(path)}.`, { cause: error }), { code, errcode });
  }
}
