import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { packageRoot, packageVersion } from "../../../src/config/package-root.ts";

test("the package's folder holds the topics", () => {
  expect(packageRoot().href).toMatch(/\/$/);
  expect(existsSync(new URL("config/topics.yaml", packageRoot()))).toBe(true);
});

test("the version is that of package.json", () => {
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});
