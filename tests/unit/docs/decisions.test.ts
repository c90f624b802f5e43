import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const ROOT = new URL("../../../", import.meta.url);
const PAGE = read("docs/decisions.md");
const record = z.record(z.string(), z.string());
const manifest = z.object({ dependencies: record, devDependencies: record }).parse(JSON.parse(read("package.json")));

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** The packages and, at run time, the one place that each is used in. */
const ROWS = PAGE.split("\n").filter((line) => line.startsWith("| `"));
const DOORS = new Map(
  ROWS.map((row) => row.split("|").map((cell) => cell.trim().replaceAll("`", "")))
    .filter((cells) => cells[3]?.startsWith("src/"))
    .map((cells) => [cells[1] ?? "", cells[3] ?? ""]),
);

/** Which file imports which package. */
const IMPORTS = globSync("src/**/*.ts", { cwd: ROOT }).flatMap((file) => {
  const found = read(file).matchAll(/(?<!")(?:from|import) ?\(?"((?:@[^/"]+\/)?[^./"][^/"]*)[^"]*"/g);
  return Array.from(found, (match) => ({ file, name: match[1] ?? "" })).filter(({ name }) => !name.startsWith("node:"));
});

test("every dependency has its reason, and nothing else is listed", () => {
  const listed = ROWS.flatMap((row) =>
    Array.from((row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g), (match) => match[1]),
  );

  expect(new Set(listed)).toEqual(new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })));
});

test("each package is imported behind its one door", () => {
  expect(DOORS.size).toBeGreaterThan(10);
  expect(IMPORTS.filter(({ file, name }) => !file.startsWith(DOORS.get(name) ?? "src/"))).toEqual([]);
});

test("the sources import only what a production install has, and all of it", () => {
  expect(new Set(IMPORTS.map(({ name }) => name))).toEqual(new Set(Object.keys(manifest.dependencies)));
});
