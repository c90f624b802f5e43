import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { backUp } from "../../../src/store/backup.ts";
import { countItems, createItem } from "../../../src/store/items.ts";
import { openStore } from "../../../src/store/open.ts";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "tradepost-backup-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

test("a copy that is taken while the bot writes holds what was committed, and nothing half done", async () => {
  const place = await folder();
  const url = `file:${join(place, "bot.db")}`;
  await using store = await openStore(url);
  const add = (id: string) => createItem(store.db, { id, first_seen_at: 0, published: null, relevant: 1 });
  await add("first");

  const copy = join(place, "copy.db");
  await store.transaction(async (tx) => {
    await createItem(tx, { id: "half", first_seen_at: 0, published: null, relevant: 1 });
    expect(await backUp(url, copy)).toBeGreaterThan(0);
  });
  await add("later");

  await using restored = await openStore(`file:${copy}`);
  expect((await countItems(restored.db)).all).toBe(1);
  expect((await countItems(store.db)).all).toBe(3);
  expect(existsSync(`${copy}.part`)).toBe(false);
});

test("a file that is there already is left as it is", async () => {
  const place = await folder();
  const url = `file:${join(place, "bot.db")}`;
  await using _ = await openStore(url);
  const copy = join(place, "copy.db");
  await writeFile(copy, "mine");
  await expect(backUp(url, copy)).rejects.toThrow("is there already");
  expect(await readFile(copy, "utf8")).toBe("mine");
});

test("what can't be copied is told, with what to do", async () => {
  const place = await folder();
  await expect(backUp("postgres://u:hush@127.0.0.1/x", join(place, "c.db"))).rejects.toThrow(
    /^[^]*pg_dump(?![^]*hush)/,
  );
  await expect(backUp(`file:${join(place, "none.db")}`, join(place, "c.db"))).rejects.toThrow("does not exist");
  expect(existsSync(join(place, "c.db"))).toBe(false);
});

test("a database that is damaged is not backed up as if it were whole", async () => {
  const place = await folder();
  const path = join(place, "bot.db");
  {
    await using store = await openStore(`file:${path}`);
    for (let n = 0; n < 300; n += 1)
      await createItem(store.db, {
        id: `item-${n}-${"x".repeat(200)}`,
        first_seen_at: 0,
        published: null,
        relevant: 1,
      });
  }
  const bytes = await readFile(path);
  bytes.fill(0xff, 8192, 8192 + 4096);
  await writeFile(path, bytes);
  await expect(backUp(`file:${path}`, join(place, "copy.db"))).rejects.toThrow(/malformed|not whole|corrupt/);
  expect(existsSync(join(place, "copy.db"))).toBe(false);
});
