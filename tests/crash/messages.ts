import { z } from "zod";

/** When the bot is to kill itself, as by `kill -9`. Counted from the moment of the order. */
export const deathOrder = z.discriminatedUnion("at", [
  /** At the n-th time that a delivery takes this step. */
  z.object({ at: z.literal("step"), step: z.enum(["claimed", "begun", "answered", "settled"]), count: z.number() }),
  /** Around the n-th statement that changes something, inside transactions too. */
  z.object({ at: z.literal("statement"), when: z.enum(["before", "after"]), count: z.number() }),
]);
export type DeathOrder = z.infer<typeof deathOrder>;

/** What the harness tells the bot's process. Each order is answered by a report. */
export const order = z.discriminatedUnion("do", [
  /** Only to be told how it stands. */
  z.object({ do: z.literal("report") }),
  /** The timers run up to this moment, in milliseconds since the harness began. */
  z.object({ do: z.literal("advance"), to: z.number() }),
  /** The clock on the wall is set, by so many milliseconds against the true time. */
  z.object({ do: z.literal("set clock"), off: z.number() }),
  z.object({ do: z.literal("die"), order: deathOrder.nullable() }),
  /** The database file may not grow, or not be written at all, or all is well again. */
  z.object({ do: z.literal("disk"), state: z.enum(["full", "read-only", "well"]) }),
]);
export type Order = z.infer<typeof order>;

/** How the bot's process stands. */
export const report = z.object({
  /** When the next timer runs, in milliseconds since the harness began; null where there is none. */
  next: z.number().nullable(),
  /** Requests and database calls that are under way. */
  busy: z.number(),
  /** Grows with all that happens. */
  activity: z.number(),
});
export type Report = z.infer<typeof report>;

/** What the bot's process is started with, in its environment. */
export const upbringing = z.object({
  config: z.string(),
  seed: z.number(),
  /** True time when the harness began, in milliseconds since 1970. */
  epoch: z.number(),
  /** Milliseconds since then. */
  elapsed: z.number(),
  /** How far the clock on the wall is off. */
  off: z.number(),
  die: deathOrder.nullable(),
});
export type Upbringing = z.infer<typeof upbringing>;
