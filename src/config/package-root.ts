import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/**
 * The folder that holds this package's `package.json`, whether the program runs from `src/` of a checkout or from
 * `dist/src/` of the packed package. A URL that ends in a slash.
 */
export function packageRoot(): URL {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) {
    const parent = new URL("..", folder);
    if (parent.href === folder.href) throw new Error(`No package.json above ${import.meta.url}: reinstall Tradepost.`);
    folder = parent;
  }
  return folder;
}

/** The version in `package.json`. */
export function packageVersion(): string {
  const text = readFileSync(new URL("package.json", packageRoot()), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
