import type { Millis } from "../model/time.ts";
import { StoredDataError } from "../store/analysis.ts";
import { contentOf, type Said } from "./content.ts";
import { apply, skip } from "./settle.ts";
import type { Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";

/**
 * What is to be said now; undefined where the delivery was settled instead, because nothing can or need be said.
 * @param since the moment whose wording readers of the message saw first; undefined where nothing was sent yet
 */
export async function compose(task: Task, tools: DeliveryTools, since: Millis | undefined): Promise<Said | undefined> {
  const { store, wording, clock } = tools;
  return await readable(task, tools, async () => {
    const telling = { db: store.db, channel: task.channel, wording, since, now: clock.now() };
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
