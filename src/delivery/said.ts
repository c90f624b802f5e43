import { StoredDataError } from "../store/analysis.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import { readTold } from "../store/told.ts";
import { contentOf, type Said } from "./content.ts";
import { apply, skip } from "./settle.ts";
import type { Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";

/**
 * What is to be said now; undefined where the delivery was settled instead, because nothing can or need be said.
 * @param post the delivery whose message stands in the channel, or may; undefined where nothing was sent yet
 */
export async function compose(
  task: Task,
  tools: DeliveryTools,
  post: DeliveryRow | undefined,
): Promise<Said | undefined> {
  const { store, wording, clock } = tools;
  return await readable(task, tools, async () => {
    const first = post && { at: post.first_tried_at ?? post.created_at, items: await readTold(store.db, post.id) };
    const telling = { db: store.db, channel: task.channel, wording, first, now: clock.now() };
    const content = await contentOf(task.row, telling);
    if (!("skip" in content)) return content;
    await skip(task, content.skip, tools);
    return undefined;
  });
}

/**
 * What `read` finds in the database; undefined where the delivery was set aside instead. A database that fails may work
 * again; what is stored wrongly stays so, and the channel goes on without it.
 */
export async function readable<T>(
  task: Task,
  tools: DeliveryTools,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof StoredDataError)) throw error;
    await apply(task, { kind: "quarantine" }, error.message, tools);
    return undefined;
  }
}
