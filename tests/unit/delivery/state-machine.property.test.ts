import fc from "fast-check";
import { expect, test } from "vitest";
import type { Capabilities } from "../../../src/chat/adapter.ts";
import type { ChatFailure } from "../../../src/chat/errors.ts";
import {
  afterAsking,
  afterFailedAsking,
  afterFailedSend,
  nextStep,
  type Progress,
  type Step,
  type Verdict,
} from "../../../src/delivery/verdict.ts";

// The state machine alone, without database and network: one channel, a platform that stores late, and any sequence of
// what may happen to a call.

/** What happens to the next call. */
type Fate =
  | { readonly kind: "well" }
  | { readonly kind: "fails"; readonly failure: Exclude<ChatFailure, "ambiguous">; readonly retryAfter: number }
  /** Nobody hears the answer; a post is stored so much later, or never. With `killed`, the bot dies in the middle of it. */
  | { readonly kind: "lost"; readonly storedAfter: number | undefined; readonly killed: boolean }
  /** Asked, the platform can't tell; posting goes well. */
  | { readonly kind: "unknown" };

/** A request that was given up is stored a minute later at most. */
const LATEST = 60_000;
/** The platform drops repeats for longer than the adapter relies on. */
const WINDOW = 60_000;
const REAL_WINDOW = 180_000;

const failure = fc.constantFrom(
  "rate-limited",
  "unreachable",
  "unauthorised",
  "channel-unavailable",
  "rejected",
  "gone",
);
const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constant<Fate>({ kind: "well" }),
  fc.record({ kind: fc.constant("fails" as const), failure, retryAfter: fc.integer({ min: 0, max: 31_536_000_000 }) }),
  fc.record({
    kind: fc.constant("lost" as const),
    storedAfter: fc.option(fc.integer({ min: 0, max: LATEST }), { nil: undefined }),
    killed: fc.boolean(),
  }),
  fc.constant<Fate>({ kind: "unknown" }),
);
/** Each call's fate, and how late after its time it is made. */
const course = fc.array(fc.tuple(fate, fc.integer({ min: 0, max: 200_000 })), { maxLength: 40 });

interface Delivery extends Progress {
  readonly number: number;
  readonly due: number;
  readonly end: "sent" | "held" | "failed" | undefined;
}

interface Stored {
  readonly number: number;
  readonly at: number;
}

/** A channel and its platform at a moment. */
interface Scene {
  now: number;
  pausedUntil: number;
  readonly capabilities: Capabilities;
  readonly deliveries: Delivery[];
  readonly stored: Stored[];
  /** Each step with what of the delivery stood or was on its way when it was taken. */
  readonly steps: {
    readonly number: number;
    readonly step: Step;
    readonly open: boolean;
    readonly inWindow: boolean;
  }[];
}

function sceneOf(count: number, dedupeWindow: number): Scene {
  const capabilities = { edit: true, reply: true, find: true, publish: false, silent: false, dedupeWindow };
  const fresh = { state: "pending", attempts: 0, firstTriedAt: undefined, lastTriedAt: undefined } as const;
  const deliveries = Array.from({ length: count }, (_, number) => ({
    ...fresh,
    number,
    absences: 0,
    vanished: 0,
    due: 0,
    end: undefined,
  }));
  return { now: 1_000_000, pausedUntil: 0, capabilities, deliveries, stored: [], steps: [] };
}

/** Takes the channel's first open delivery one step further. False where none is left. */
function take(scene: Scene, fated: Fate, late: number): boolean {
  const head = scene.deliveries.find(({ end }) => end === undefined);
  if (head === undefined) return false;
  scene.now = Math.max(scene.now, head.due, scene.pausedUntil) + late;
  const step = nextStep(head, scene.capabilities, scene.now);
  scene.steps.push({
    number: head.number,
    step,
    open: scene.stored.some(({ number }) => number === head.number),
    inWindow: scene.now - (head.firstTriedAt ?? -Infinity) < scene.capabilities.dedupeWindow,
  });
  scene.deliveries[head.number] = step === "hold" ? { ...head, end: "held" } : settled(scene, head, step, fated);
  return true;
}

function settled(scene: Scene, before: Delivery, step: "send" | "ask", fated: Fate): Delivery {
  if (step === "ask") return asked(scene, before, fated);
  const { now } = scene;
  const begun: Delivery = {
    ...before,
    state: "sending",
    attempts: before.attempts + 1,
    lastTriedAt: now,
    ...(before.state === "pending" ? { firstTriedAt: now, absences: 0 } : {}),
  };
  if (fated.kind === "fails")
    return carryOut(scene, begun, afterFailedSend(before, fated.failure, fated.retryAfter, now, 0));
  const after = fated.kind === "lost" ? fated.storedAfter : 0;
  if (after !== undefined) store(scene, before.number, now + after);
  if (fated.kind !== "lost") return { ...begun, state: "sent", end: "sent" };
  if (fated.killed) return begun;
  return carryOut(scene, begun, afterFailedSend(before, "ambiguous", undefined, now, 0));
}

function asked(scene: Scene, before: Delivery, fated: Fate): Delivery {
  const { now } = scene;
  switch (fated.kind) {
    case "fails":
      return carryOut(scene, before, afterFailedAsking(before, fated.failure, fated.retryAfter, now, 0));
    case "lost":
      return fated.killed ? before : carryOut(scene, before, afterFailedAsking(before, "ambiguous", undefined, now, 0));
    case "unknown":
      return carryOut(scene, before, afterAsking(before, { state: "unknown", reason: "" }, now));
    case "well":
      if (scene.stored.some(({ number, at }) => number === before.number && at <= now))
        return { ...before, state: "sent", end: "sent" };
      return carryOut(scene, before, afterAsking(before, { state: "absent" }, now));
  }
}

/** Of repeats within its window the platform, where it has one, keeps the one that arrives first. */
function store(scene: Scene, number: number, at: number): void {
  const window = scene.capabilities.dedupeWindow === 0 ? 0 : REAL_WINDOW;
  const twin = scene.stored.findIndex((one) => one.number === number && Math.abs(one.at - at) < window);
  if (twin === -1) scene.stored.push({ number, at });
  else scene.stored[twin] = { number, at: Math.min(at, scene.stored[twin]?.at ?? at) };
}

/** What a verdict makes of a delivery, as the outbox stores it. */
function carryOut(scene: Scene, row: Delivery, verdict: Verdict): Delivery {
  switch (verdict.kind) {
    case "retry": {
      const { at: due, vanished, fresh } = verdict;
      return { ...row, state: "pending", due, vanished, absences: 0, firstTriedAt: fresh ? undefined : scene.now };
    }
    case "uncertain":
      return { ...row, state: "uncertain", due: verdict.at, absences: verdict.absences };
    case "pause": {
      scene.pausedUntil = verdict.at;
      const { at: due, stillUncertain } = verdict;
      return stillUncertain
        ? { ...row, state: "uncertain", due }
        : { ...row, state: "pending", due, firstTriedAt: undefined };
    }
    case "hold":
      return { ...row, end: "held" };
    case "quarantine":
    case "gone":
      return { ...row, end: "failed" };
  }
}

/** Plays a course of fates, then lets all go well until nothing is left. */
function play(scene: Scene, fates: readonly (readonly [Fate, number])[]): void {
  for (const [fated, late] of fates) take(scene, fated, late);
  for (let calls = 0; take(scene, { kind: "well" }, 0); calls++) {
    if (calls > 500) throw new Error("it never comes to rest");
  }
}

function endsOf(scene: Scene, end: Delivery["end"]): readonly number[] {
  return scene.deliveries.filter((one) => one.end === end).map(({ number }) => number);
}

const platforms = [
  { platform: "that must be asked", window: 0 },
  { platform: "that drops repeats for a while", window: WINDOW },
] as const;

test.each(platforms)(
  "a platform $platform: whatever happens, never lost, never twice, never reordered",
  ({ window }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), course, (count, fates) => {
        const scene = sceneOf(count, window);

        play(scene, fates);

        const numbers = scene.stored.toSorted((a, b) => a.at - b.at).map(({ number }) => number);
        expect(numbers).toEqual([...new Set(numbers)]);
        // What was held or refused left the order, and may stand or not.
        const sent = endsOf(scene, "sent");
        expect(numbers.filter((number) => sent.includes(number))).toEqual(sent);
      }),
      { numRuns: 2_000 },
    );
  },
);

test.each(platforms)("a platform $platform: what may stand is posted again only within its window", ({ window }) => {
  fc.assert(
    fc.property(course, (fates) => {
      const scene = sceneOf(2, window);

      play(scene, fates);

      const blind = scene.steps.filter(({ step, open, inWindow }) => step === "send" && open && !inWindow);
      expect(blind).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test.each(platforms)("a platform $platform: a poison item never stops its channel", ({ window }) => {
  fc.assert(
    fc.property(fc.nat(3), course, (poison, fates) => {
      const scene = sceneOf(4, window);
      const head = (): Delivery | undefined => scene.deliveries.find(({ end }) => end === undefined);
      const refused: Fate = { kind: "fails", failure: "rejected", retryAfter: 0 };

      for (const [fated, late] of fates) take(scene, head()?.number === poison ? refused : fated, late);
      for (let calls = 0; head() !== undefined; calls++) {
        if (calls > 500) throw new Error("it never comes to rest");
        take(scene, head()?.number === poison ? refused : { kind: "well" }, 0);
      }

      expect(scene.deliveries[poison]?.end).toBe("failed");
    }),
    { numRuns: 1_000 },
  );
});

test.each(platforms)(
  "a platform $platform: a paused channel keeps all that waits, and it goes out in order",
  ({ window }) => {
    const refusals = fc.constantFrom<Fate>(
      { kind: "fails", failure: "channel-unavailable", retryAfter: 0 },
      { kind: "fails", failure: "unauthorised", retryAfter: 0 },
    );
    fc.assert(
      fc.property(fc.array(refusals, { minLength: 1, maxLength: 200 }), (fates) => {
        const scene = sceneOf(3, window);

        for (const fated of fates) {
          take(scene, fated, 0);
          expect(scene.pausedUntil).toBeGreaterThan(scene.now);
          expect(endsOf(scene, undefined)).toEqual([0, 1, 2]);
        }
        play(scene, []);

        expect(scene.stored.map(({ number }) => number)).toEqual([0, 1, 2]);
      }),
      { numRuns: 200 },
    );
  },
);

test("a platform that can't be asked: what may stand is left to a person and never posted again", () => {
  fc.assert(
    fc.property(course, (fates) => {
      const scene = sceneOf(3, 0);
      const blind: Scene = { ...scene, capabilities: { ...scene.capabilities, find: false } };

      play(blind, fates);

      const numbers = blind.stored.map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)]);
      expect(endsOf(blind, "sent").filter((number) => !numbers.includes(number))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
