import type { ChatAdapter } from "../chat/adapter.ts";
import type { Log } from "../model/log.ts";
import type { Clock } from "../model/time.ts";
import type { Store } from "../store/open.ts";
import type { Briefing } from "./briefs.ts";
import type { ReadChannels, Wording } from "./channel.ts";
import type { Operators } from "./incidents.ts";

/**
 * A step of a delivery that was just taken: claimed from the outbox; about to be called, which is stored; called, with
 * the answer in hand and nothing of it stored; and what became of it stored.
 */
export type Step = "claimed" | "begun" | "answered" | "settled";

/** Told of each step as it is taken. */
export type Observe = (step: Step, deliveryId: string) => void;

/** What delivery needs of the world. */
export interface DeliveryTools {
  readonly store: Store;
  /** By the name of the chat in the configuration. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** Every channel that can be spoken to, the operators' and those whose subscription ended included. */
  readonly channels: ReadChannels;
  readonly operators: Operators;
  readonly wording: Wording;
  /** Where a language model writes the briefs. */
  readonly briefing?: Briefing | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  /** Nobody watches where left out. */
  readonly observe?: Observe | undefined;
}
