import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandsPage } from "../../../tools/commands-page.ts";

const DOCS = new URL("../../../docs/", import.meta.url);
const PAGE = readFileSync(new URL("commands.md", DOCS), "utf8");

test("the page of commands is fresh: run `npm run generate`", () => {
  expect(PAGE).toBe(commandsPage());
});

test("every command has its picture: run `npm run pictures`", () => {
  const pictures = Array.from(PAGE.matchAll(/\((pictures\/[^)]+)\)/g), ([, path = ""]) => path);
  expect(pictures.length).toBeGreaterThan(14);
  expect(pictures.filter((path) => !existsSync(new URL(path, DOCS)))).toEqual([]);
});
