import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

const { packages } = lock.parse(
  JSON.parse(await readFile(new URL("../../../package-lock.json", import.meta.url), "utf8")),
);
const fetched = Object.entries(packages).filter(
  ([name, { link }]) => name.startsWith("node_modules/") && link !== true,
);

test("every package that npm fetches is pinned by its hash", () => {
  expect(fetched.length).toBeGreaterThan(100);
  const loose = fetched.filter(([, { integrity, inBundle }]) => inBundle !== true && !integrity?.startsWith("sha512-"));
  expect(loose.map(([name]) => name)).toEqual([]);
});

test("no package that the bot runs with has an install script", () => {
  const scripts = fetched.filter(([, { dev, hasInstallScript }]) => dev !== true && hasInstallScript === true);
  expect(scripts.map(([name]) => name)).toEqual([]);
});
