import type { types } from "@slack/bolt";

const EVENT_TYPE = "tradepost_delivery";

/** The mark that a message carries, out of readers' sight, so that it can be found again when Slack's answer was lost. */
export function markOf(deliveryId: string): types.MessageMetadata {
  return { event_type: EVENT_TYPE, event_payload: { delivery_id: deliveryId } };
}

/** Metadata as Slack gives it back: without its payload where the reader may not see it. */
export interface SeenMetadata {
  readonly event_type?: string;
  readonly event_payload?: unknown;
}

/** Whether a message carries the mark of this delivery; `hidden` where Slack shows that it is marked, but not how. */
export function bears(metadata: SeenMetadata | undefined, deliveryId: string): "yes" | "no" | "hidden" {
  if (metadata?.event_type !== EVENT_TYPE) return "no";
  const payload = metadata.event_payload;
  if (typeof payload !== "object" || payload === null || !("delivery_id" in payload)) return "hidden";
  return payload.delivery_id === deliveryId ? "yes" : "no";
}
