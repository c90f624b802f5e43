import { resolve } from "../../src/delivery/resolve.ts";
import { listDeliveries } from "../../src/store/deliveries.ts";
import type { Day } from "../../src/model/time.ts";
import { GAP } from "../../src/window.ts";
import { openIncidents, toldIn } from "../../src/store/incidents.ts";
import { readDigest } from "../../src/store/digests.ts";
import { readItem } from "../../src/store/items.ts";
import type { DeliveryRow } from "../../src/store/outbox-tables.ts";
import { OPERATORS, type Town } from "./town.ts";
import { keysIn } from "./dialect.ts";
import type { Truth } from "./truth.ts";

/** Whether anything waits in the outbox. */
export async function somethingWaits({ store }: Town): Promise<boolean> {
  const open = await listDeliveries(store.db, { states: ["pending", "sending", "uncertain"], limit: 1 });
  return open.length > 0;
}

/** Whether operators were told that items may have come and gone unseen before those of a day; it stands until they settle it. */
export async function gapWasTold({ store }: Town, day: Day): Promise<boolean> {
  const open = await openIncidents(store.db);
  const gap = open.find(({ key, detail }) => key.startsWith(GAP) && detail.includes(` and ${day} the feed `));
  return gap !== undefined && (await toldIn(store.db, gap.id)) !== undefined;
}

/**
 * Does what the bot asks its operators for: looks into the channel and settles what it left to a person.
 * Returns how many there were.
 */
export async function settleByHand(town: Town, truth: Truth): Promise<number> {
  const { store, journal, timeline } = town;
  const left = await listDeliveries(store.db, { states: ["held", "failed"], limit: 50 });
  for (const row of left) {
    const place = town.places.find(({ chat, channel }) => row.channel_id === `${chat}/${channel}`);
    const stands = place?.messages().some(({ mark }) => mark === row.id) === true;
    const how = stands ? "posted" : row.kind === "notice" || row.kind === "preview" ? "drop" : "send";
    const keys = await keysOf(town, row);
    journal.note(`an operator settles ${row.state} ${row.kind} ${row.id} (${row.reason ?? ""}): ${how}`, [
      row.id,
      ...keys,
    ]);
    if (place !== undefined) for (const key of keys) truth.of(place, key).byHand = true;
    await store.transaction((db) =>
      resolve(db, { id: `office/${OPERATORS}`, chat: "office", instead: undefined }, row.id, how, timeline.now()),
    );
  }
  return left.length;
}

/** The items that a delivery is about. */
async function keysOf({ store }: Town, row: DeliveryRow): Promise<readonly string[]> {
  if (row.subject_kind !== "item" && row.subject_kind !== "digest") return [];
  const digest = row.subject_kind === "digest" ? await readDigest(store.db, row.subject_id) : undefined;
  const ids = digest?.itemIds ?? [row.subject_id];
  const items = await Promise.all(ids.map((id) => readItem(store.db, id)));
  return items.flatMap((item) => item?.versions.flatMap(({ title }) => keysIn(title)) ?? []);
}

/** The ids of all deliveries that are about an item, for its story. */
export async function deliveriesOf({ store }: Town, key: string): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom("deliveries as d")
    .innerJoin("versions as v", "v.item_id", "d.subject_id")
    .select("d.id")
    .where("v.title", "like", `%file ${key} %`)
    .execute();
  return rows.map(({ id }) => id);
}
