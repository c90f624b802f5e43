import { z } from "zod";
import { StoredDataError } from "../store/analysis.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";

/** What a post or a reply has to be made with, beside its subject. */
export interface Payload {
  /** The message that it would be tied to is gone: it stands by itself. */
  readonly untied?: true | undefined;
  /** A person asked for it: quiet hours don't hold it. */
  readonly asked?: true | undefined;
  /** The message that it is tied to; stored before the first try, so that each try and each search has the same. */
  readonly replyTo?: string | undefined;
}

const shape = z.object({
  untied: z.literal(true).optional(),
  asked: z.literal(true).optional(),
  replyTo: z.string().optional(),
});

/** Reads the payload of a post or a reply; those of other kinds are texts of their own and yield nothing. Throws StoredDataError. */
export function payloadOf({ id, kind, payload }: Pick<DeliveryRow, "id" | "kind" | "payload">): Payload {
  if (payload === null || (kind !== "post" && kind !== "reply")) return {};
  try {
    return shape.parse(JSON.parse(payload));
  } catch (error) {
    const message = `The payload of delivery ${id} cannot be read. The database was changed by other hands.`;
    throw new StoredDataError(message, { cause: error });
  }
}

/** As `payloadOf` reads it. */
export function encodePayload(payload: Payload): string {
  return JSON.stringify(payload);
}

/** The payload of a reply whose message is gone. */
export const UNTIED = encodePayload({ untied: true });
