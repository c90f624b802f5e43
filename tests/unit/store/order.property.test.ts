import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChannel, updateChannel } from "../../../src/store/channels.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { claimHead, queueDelivery, settle } from "../../../src/store/outbox.ts";
import { channelsDue, nextDue } from "../../support/heads.ts";
import type { DeliveryState } from "../../../src/store/outbox-tables.ts";
import type { Db } from "../../../src/store/tables.ts";
import { freshDatabase } from "../../support/database.ts";
import type { FreshDatabase } from "../../support/empty-postgres.ts";
import { deliveryOf } from "./rows.ts";

const CHANNELS = ["a/1", "a/2"] as const;
const STATES: readonly DeliveryState[] = ["pending", "sending", "uncertain", "held", "sent", "failed", "skipped"];
const OPEN = new Set<DeliveryState>(["pending", "sending", "uncertain"]);

const channel = fc.constantFrom(...CHANNELS);
const span = fc.integer({ min: 0, max: 20 });
const step = fc.oneof(
  fc.record({ do: fc.constant("queue" as const), channel, span }),
  fc.record({ do: fc.constant("claim" as const), channel, span }),
  fc.record({ do: fc.constant("settle" as const), claim: fc.nat(5), state: fc.constantFrom(...STATES), span }),
  fc.record({ do: fc.constant("hold" as const), channel, span }),
  fc.record({ do: fc.constant("pass" as const), span }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  readonly id: string;
  readonly channel: string;
  state: DeliveryState;
  due: number;
  lease: number | null;
}

/** What the outbox promises, told over plain arrays in the order of queueing. */
interface Model {
  now: number;
  readonly rows: Row[];
  readonly holds: Map<string, number>;
  readonly claims: { readonly id: string; readonly lease_until: number }[];
}

function headOf(model: Model, name: string): Row | undefined {
  return model.rows.find((row) => row.channel === name && OPEN.has(row.state));
}

function readyAt(model: Model, name: string): number | undefined {
  const head = headOf(model, name);
  return head && Math.max(head.due, head.lease ?? 0, model.holds.get(name) ?? 0);
}

function dueIn(model: Model): readonly string[] {
  return CHANNELS.filter((name) => (readyAt(model, name) ?? Infinity) <= model.now);
}

function nextIn(model: Model): number | undefined {
  const moments = CHANNELS.map((name) => readyAt(model, name)).filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.max(model.now, Math.min(...moments));
}

/** Takes a step in the store at the model's moment, and says what it answers. */
async function inStore(taken: Step, db: Db, { now, rows, claims }: Readonly<Model>): Promise<unknown> {
  switch (taken.do) {
    case "queue":
      return queueDelivery(db, deliveryOf(`${rows.length}`, { channel_id: taken.channel, due_at: now + taken.span }));
    case "claim":
      return (await claimHead(db, taken.channel, now, now + taken.span + 1))?.id;
    case "settle": {
      const claim = claims.at(-1 - taken.claim);
      return claim && settle(db, claim, { state: taken.state, due_at: now + taken.span });
    }
    case "hold":
      return updateChannel(db, taken.channel, { hold_until: now + taken.span });
    case "pass":
      return undefined;
  }
}

/** Takes the same step in the model, and says what the store should answer. */
function inModel(taken: Step, model: Model): unknown {
  const later = model.now + taken.span;
  switch (taken.do) {
    case "queue":
      model.rows.push({
        id: `${model.rows.length}`,
        channel: taken.channel,
        state: "pending",
        due: later,
        lease: null,
      });
      return true;
    case "claim": {
      const head = dueIn(model).includes(taken.channel) ? headOf(model, taken.channel) : undefined;
      if (head) {
        head.lease = later + 1;
        model.claims.push({ id: head.id, lease_until: head.lease });
      }
      return head?.id;
    }
    case "settle": {
      const claim = model.claims.at(-1 - taken.claim);
      const row = model.rows.find((known) => known.id === claim?.id && known.lease === claim.lease_until);
      Object.assign(row ?? {}, { state: taken.state, due: later, lease: null });
      return claim && row !== undefined;
    }
    case "hold":
      model.holds.set(taken.channel, later);
      return undefined;
    case "pass":
      model.now = later;
      return undefined;
  }
}

describe("the outbox, whatever is queued, claimed, settled and held in whatever order", () => {
  let database: FreshDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await freshDatabase("sqlite");
    store = await openStore(database.url);
  });
  afterAll(async () => {
    await store[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  async function begin(): Promise<void> {
    await store.db.deleteFrom("deliveries").execute();
    await store.db.deleteFrom("channels").execute();
    for (const id of CHANNELS) {
      await ensureChannel(store.db, { id, chat: "a", channel: id, now: 0 });
    }
  }

  it("gives the first open delivery of each channel, to one worker, when it is due and not before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        await begin();
        const model: Model = { now: 0, rows: [], holds: new Map(), claims: [] };
        for (const taken of steps) {
          const answer = await inStore(taken, store.db, model);
          expect(answer).toEqual(inModel(taken, model));
          expect((await channelsDue(store.db, model.now)).toSorted()).toEqual(dueIn(model));
          expect(await nextDue(store.db, model.now)).toBe(nextIn(model));
        }
      }),
      { numRuns: 60 },
    );
  });
});
