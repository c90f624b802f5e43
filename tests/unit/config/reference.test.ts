import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { jsonSchema, referencePage } from "../../../src/config/reference.ts";

function read(name: string): Promise<string> {
  return readFile(new URL(`../../../${name}`, import.meta.url), "utf8");
}

const properties = z.record(z.string(), z.unknown());

/** The keys of every block that a JSON schema allows. */
function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) =>
    name === "properties" ? [...Object.keys(properties.parse(value)), ...keysIn(Object.values(value))] : keysIn(value),
  );
}

const KEYS = Array.from(new Set(keysIn(JSON.parse(jsonSchema()))));

test("the reference page is fresh: run `npm run generate`", async () => {
  expect(await read("docs/configuration.md")).toBe(referencePage());
});

test("the JSON schema is fresh: run `npm run generate`", async () => {
  expect(await read("config/tradepost.schema.json")).toBe(jsonSchema());
});

test("every key is in the reference page with a meaning, and in the example", async () => {
  const page = referencePage();
  const example = await read("config/tradepost.example.yaml");

  expect(KEYS.length).toBeGreaterThan(20);
  expect(KEYS.filter((key) => !new RegExp(`^\\| \`${key}\` \\| \\S`, "m").test(page))).toEqual([]);
  expect(KEYS.filter((key) => !new RegExp(`^[ #-]*${key}:`, "m").test(example))).toEqual([]);
});

test("an editor accepts the example as it is, and refuses a mistyped key", async () => {
  const accepts = new Ajv2020({ strict: false }).compile(JSON.parse(jsonSchema()));
  const example: unknown = parse(await read("config/tradepost.example.yaml"));

  accepts(example);
  expect(accepts.errors).toBeNull();
  expect(accepts({ ...properties.parse(example), flod: 5 })).toBe(false);
});
