import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { packageVersion } from "../../src/config/package-root.ts";
import { startFeedServer } from "../support/feed-server.ts";
import { openPackedProject, type PackedProject } from "../support/packed-project.ts";
import { rss } from "../support/rss.ts";
import { news } from "./office.ts";

const ADAPTER = fileURLToPath(new URL("../fixtures/adapter", import.meta.url));
/** Packing and installing take a quarter of a minute on an idle machine. */
const INSTALLING = 180_000;

let project: PackedProject;

beforeAll(async () => {
  project = await openPackedProject(ADAPTER);
  return async () => await project[Symbol.asyncDispose]();
}, INSTALLING);

test("holds what a host needs and nothing else", async () => {
  const installed = join(project.folder, "node_modules/tradepost");
  const top = await readdir(installed);

  expect(top.filter((name) => name !== "CHANGELOG.md" && name !== "node_modules").toSorted()).toEqual([
    "LICENSE",
    "README.md",
    "config",
    "dist",
    "package.json",
    "src",
  ]);
  const source = await readdir(join(installed, "src"));
  expect(source).toContain("tradepost.mjs");
  expect(source.filter((name) => !name.endsWith(".mjs"))).toEqual([]);
  const shipped = await readdir(join(installed, "dist/tests"), { recursive: true });
  expect(shipped.filter((name) => !name.startsWith("contract"))).toEqual([]);
});

test("says its version, and shows the whole way in the demo", async () => {
  const version = await project.run("tradepost", "--version");
  const demo = await project.run("tradepost", "demo", "--exit");

  expect(version).toEqual({ status: 0, out: `${packageVersion()}\n` });
  expect(demo.status).toBe(0);
  expect(demo.out).toContain("That was the whole way");
});

test.each([
  ["path", "./adapter/json-lines.js"],
  ["package name", "tradepost-json-lines"],
])("posts through an adapter from outside, named by its %s", async (how, adapter) => {
  const folder = join(project.folder, `journal-by-${how.replace(" ", "-")}`);
  await mkdir(folder);
  await using feed = await startFeedServer();
  const item = news("close the article on spam", 2);
  feed.reply({ kind: "document", body: rss([item]) });
  await configure(adapter, folder, feed.url);

  const { status, out } = await project.run("tradepost", "--config", "host.yaml", "poll");

  expect({ status, out }).toMatchObject({ status: 0 });
  const [line, ...more] = (await readFile(join(folder, "news.jsonl"), "utf8")).trim().split("\n");
  expect(more).toEqual([]);
  expect(JSON.parse(line ?? "")).toMatchObject({ text: expect.stringContaining(item.title), links: [item.link] });
});

test("an adapter that is not there is named in one sentence, with what to do", async () => {
  await configure("tradepost-nowhere", project.folder, "http://127.0.0.1:9/");

  const { status, out } = await project.run("tradepost", "--config", "host.yaml", "poll");

  expect(status).toBe(1);
  expect(out).toMatch(/Can't load the adapter tradepost-nowhere of chat journal: .* Install it, or correct `adapter`/);
  expect(out).not.toContain("    at ");
});

test("its contract suite passes over an adapter from outside, and fails over a broken one", async () => {
  const suite = ["run", "--root", ".", "--dir", "adapter", "--no-color", "--reporter", "default"];
  await writeFile(
    join(project.folder, "vitest.config.js"),
    'export default { test: { include: ["**/*.contract.js"] } };',
  );
  const good = await project.run("vitest", ...suite);
  const source = join(project.folder, "adapter/json-lines.js");
  const working = await readFile(source, "utf8");
  await writeFile(source, working.replace('{ state: "absent" }', '{ state: "unknown", reason: "broken" }'));
  const bad = await project.run("vitest", ...suite);
  await writeFile(source, working);

  expect(good).toMatchObject({ status: 0 });
  expect(good.out).toMatch(/Tests +\d{2,} passed/);
  expect(bad.status).toBe(1);
  expect(bad.out).toMatch(/finds.*what was posted, and nothing that was not/);
});

test("its types are whole: the adapter and its contract run are checked against them", async () => {
  const options = [
    "--noEmit",
    "--checkJs",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "esnext",
    "--types",
    "node",
  ];
  const files = ["adapter/json-lines.js", "adapter/json-lines.contract.js"];

  expect(await project.run("tsc", ...options, ...files)).toEqual({ status: 0, out: "" });
});

async function configure(adapter: string, folder: string, feed: string): Promise<void> {
  const yaml = `
database: file:${join(folder, "host.db")}
feeds: [{ name: wto-news, url: "${feed}", backfill: 1 }]
chats: [{ name: journal, platform: custom, adapter: ${adapter}, options: { folder: "${folder}" } }]
channels: [{ chat: journal, channel: news }]
welcome: false
`;
  await writeFile(join(project.folder, "host.yaml"), yaml);
}
