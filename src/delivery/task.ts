import type { ChatAdapter } from "../chat/adapter.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import type { Channel } from "./channel.ts";

/** One leased delivery with all that an attempt needs. */
export interface Task {
  readonly row: DeliveryRow;
  readonly channel: Channel;
  readonly adapter: ChatAdapter;
}
