import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { countItems, createItem, readItem } from "../../../src/store/items.ts";
import { openStore } from "../../../src/store/open.ts";
import { ENGINES, freshDatabase } from "../../support/database.ts";
import { DELIVERIES, ITEMS, STEPS } from "./child.ts";

function start(
  url: string,
  task: "open" | "count" | "crash",
): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [fileURLToPath(new URL("child.ts", import.meta.url)), url, task], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  return child;
}

/** What a child that ended by itself says of its end: its status and its errors. */
async function ended(child: ChildProcess): Promise<string> {
  const said = child.stderr === null ? "" : text(child.stderr);
  const [status] = await once(child, "exit");
  return `${status} ${await said}`;
}

// Starting several processes takes long where the machine has much to do.
const patience = { timeout: 60_000 };

describe.each(ENGINES)("several processes on one database, %s", patience, (engine) => {
  it("may start at once on an empty one", async () => {
    await using database = await freshDatabase(engine);
    const children = [1, 2, 3].map(() => start(database.url, "open"));
    expect(await Promise.all(children.map(ended))).toEqual(["0 ", "0 ", "0 "]);
    await using store = await openStore(database.url);
    expect(await countItems(store.db)).toEqual({ all: 0, relevant: 0 });
  });

  it("lose nothing that one acknowledged, and keep nothing half done, when it is killed", async () => {
    await using database = await freshDatabase(engine);
    const child = start(database.url, "crash");
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes("half\n")) {
        child.kill("SIGKILL");
      }
    }
    expect(said.split("\n").filter((line) => line.startsWith("stored"))).toHaveLength(ITEMS);
    await using store = await openStore(database.url);
    expect(await countItems(store.db)).toEqual({ all: ITEMS, relevant: ITEMS });
    const deliveries = await listDeliveries(store.db, { limit: 1000 });
    expect(deliveries).toHaveLength(ITEMS * DELIVERIES);
    expect(deliveries.filter((row) => row.subject_id === "half")).toEqual([]);
  });
});

describe("two processes on one SQLite file", patience, () => {
  it("wait for each other's transactions, which read before they write", async () => {
    await using database = await freshDatabase("sqlite");
    await using store = await openStore(database.url);
    await createItem(store.db, { id: "counter", first_seen_at: 0, published: null, relevant: 0 });
    const children = [1, 2].map(() => start(database.url, "count"));
    expect(await Promise.all(children.map(ended))).toEqual(["0 ", "0 "]);
    expect((await readItem(store.db, "counter"))?.item.revision).toBe(1 + 2 * STEPS);
  });
});
