import { firstOfProcess, postsShowing } from "../store/deliveries.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import { payloadOf } from "./payload.ts";
import type { Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";

/**
 * The message that a delivery is to be tied to: a reply to the post that it corrects, and, where the channel wishes it,
 * a post to the first one about the same process. Undefined where it stands by itself. Throws StoredDataError.
 */
export async function tieOf({ row, channel, adapter }: Task, { store }: DeliveryTools): Promise<string | undefined> {
  if (!adapter.capabilities.reply || payloadOf(row).untied === true) return undefined;
  if (row.kind === "reply") {
    const posts = await postsShowing(store.db, row.subject_id);
    return rootOf(posts.find((post) => post.channel_id === channel.id && post.state === "sent"));
  }
  if (row.kind !== "post" || row.subject_kind !== "item" || channel.threads !== "process") return undefined;
  return rootOf(await firstOfProcess(store.db, channel.id, row.subject_id));
}

/** A thread hangs on its first message: whatever answers one inside it goes there too. */
function rootOf(post: DeliveryRow | undefined): string | undefined {
  return post && (payloadOf(post).replyTo ?? post.message_id ?? undefined);
}
