import type { Capabilities, Found } from "../chat/adapter.ts";
import type { ChatFailure } from "../chat/errors.ts";
import type { Millis } from "../model/time.ts";
import type { DeliveryRow, DeliveryState } from "../store/outbox-tables.ts";
import { backoff } from "./backoff.ts";

/** What is known of a delivery when it is taken up. */
export interface Progress {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly firstTriedAt: Millis | undefined;
  readonly lastTriedAt: Millis | undefined;
  readonly absences: number;
  /** How often an attempt was proved to have posted nothing although its answer was lost. */
  readonly vanished: number;
}

/** What is known of a delivery as it is stored. */
export function progressOf(row: DeliveryRow): Progress {
  return {
    state: row.state,
    attempts: row.attempts,
    firstTriedAt: row.first_tried_at ?? undefined,
    lastTriedAt: row.last_tried_at ?? undefined,
    absences: row.absences,
    vanished: row.vanished,
  };
}

/** What to do with a delivery that is due: post it, ask the platform whether it was posted, or leave it to a person. */
export type Step = "send" | "ask" | "hold";

/** What becomes of a delivery. With `fresh`, nothing of it can stand in the channel. `pause` also stops its channel; `hold` and `quarantine` leave the order and tell the operators. */
export type Verdict =
  | { readonly kind: "retry"; readonly at: Millis; readonly fresh: boolean; readonly vanished: number }
  | { readonly kind: "uncertain"; readonly at: Millis; readonly absences: number }
  | {
      readonly kind: "pause";
      readonly scope: "channel" | "chat";
      readonly at: Millis;
      readonly stillUncertain: boolean;
    }
  | { readonly kind: "hold" }
  | { readonly kind: "quarantine" }
  | { readonly kind: "gone" };

/** A request that timed out may still be stored late: absence counts only this long after the attempt. */
export const ABSENCE_TRUSTED_AFTER: Millis = 120_000;
/** So many agreeing answers make an absence. */
export const ABSENCES_NEEDED = 2;
/** A post that vanishes so often, while the channel can be read, is poison: it must not stop the others. */
export const VANISHED_AT_MOST = 5;
/** The longest that a platform's wish to wait is granted: longer ones are mistakes, and asking again after a 429 posts nothing. */
const LONGEST_WISH: Millis = 60 * 60_000;
const ASK_AGAIN: Millis = 10_000;
const PROBE: Millis = 5 * 60_000;
const PROBE_CREDENTIALS: Millis = 15 * 60_000;

/** The next step for a delivery that is due. Whatever may already have left is repeated only inside the platform's own dedupe window. */
export function nextStep(progress: Progress, capabilities: Capabilities, now: Millis): Step {
  if (progress.state === "pending") return "send";
  const first = progress.firstTriedAt;
  if (first !== undefined && now >= first && now - first < capabilities.dedupeWindow) return "send";
  return capabilities.find ? "ask" : "hold";
}

/**
 * What a failed post means. A failure that certainly posted nothing leaves a fresh delivery pending; one that was
 * uncertain before stays so, since the earlier attempt may still stand.
 * @param random a number from 0 up to but not including 1
 */
export function afterFailedSend(
  progress: Progress,
  failure: ChatFailure,
  retryAfter: Millis | undefined,
  now: Millis,
  random: number,
): Verdict {
  const uncertain = progress.state !== "pending";
  const wait = backoff(progress.attempts + 1, random);
  switch (failure) {
    case "rate-limited":
      return again(uncertain, progress, now + granted(retryAfter, wait));
    case "unreachable":
      return again(uncertain, progress, now + wait);
    case "ambiguous":
      return { kind: "uncertain", at: now + wait, absences: 0 };
    case "unauthorised":
      return { kind: "pause", scope: "chat", at: now + PROBE_CREDENTIALS, stillUncertain: uncertain };
    case "channel-unavailable":
      return { kind: "pause", scope: "channel", at: now + PROBE, stillUncertain: uncertain };
    case "rejected":
      return uncertain ? { kind: "hold" } : { kind: "quarantine" };
    case "gone":
      return uncertain ? { kind: "hold" } : { kind: "gone" };
  }
}

/**
 * What a failed edit means. An edit may be repeated freely; but one whose answer was lost may still be carried out late,
 * over a newer wording, so that the last word comes after it (`confirmAt`).
 */
export function afterFailedEdit(
  progress: Progress,
  failure: ChatFailure,
  retryAfter: Millis | undefined,
  now: Millis,
  random: number,
): Verdict {
  const wait = backoff(progress.attempts + 1, random);
  // What is refused now says nothing of an earlier try.
  const fresh = progress.firstTriedAt === undefined;
  switch (failure) {
    case "rate-limited":
      return { kind: "retry", at: now + granted(retryAfter, wait), fresh, vanished: progress.vanished };
    case "unreachable":
      return { kind: "retry", at: now + wait, fresh, vanished: progress.vanished };
    case "ambiguous":
      return { kind: "retry", at: now + wait, fresh: false, vanished: progress.vanished };
    case "unauthorised":
      return { kind: "pause", scope: "chat", at: now + PROBE_CREDENTIALS, stillUncertain: false };
    case "channel-unavailable":
      return { kind: "pause", scope: "channel", at: now + PROBE, stillUncertain: false };
    case "rejected":
      return { kind: "quarantine" };
    case "gone":
      return { kind: "gone" };
  }
}

/**
 * What it means that a message could not be passed on. It may be tried again freely, and its channel can be posted to:
 * only refused credentials stop more than this.
 */
export function afterFailedPublish(
  progress: Progress,
  failure: Exclude<ChatFailure, "gone">,
  retryAfter: Millis | undefined,
  now: Millis,
  random: number,
): Verdict {
  const verdict = afterFailedEdit(progress, failure, retryAfter, now, random);
  return verdict.kind === "pause" && verdict.scope === "channel" ? { kind: "quarantine" } : verdict;
}

/** What the platform's answer "not posted" or "can't tell" means for an uncertain delivery. */
export function afterAsking(
  progress: Progress,
  found: Exclude<Found, { readonly state: "posted" }>,
  now: Millis,
): Verdict {
  if (found.state === "unknown") return { kind: "hold" };
  const absences = progress.absences + 1;
  const trustedFrom = (progress.lastTriedAt ?? now) + ABSENCE_TRUSTED_AFTER;
  if (absences >= ABSENCES_NEEDED && now >= trustedFrom) {
    if (progress.vanished + 1 >= VANISHED_AT_MOST) return { kind: "hold" };
    return { kind: "retry", at: now + backoff(progress.vanished + 1, 0), fresh: true, vanished: progress.vanished + 1 };
  }
  return { kind: "uncertain", at: Math.max(now + ASK_AGAIN, trustedFrom), absences };
}

/** What it means that asking itself failed: ask again later; nothing is known. */
export function afterFailedAsking(
  progress: Progress,
  failure: ChatFailure,
  retryAfter: Millis | undefined,
  now: Millis,
  random: number,
): Verdict {
  if (failure === "unauthorised")
    return { kind: "pause", scope: "chat", at: now + PROBE_CREDENTIALS, stillUncertain: true };
  if (failure === "channel-unavailable")
    return { kind: "pause", scope: "channel", at: now + PROBE, stillUncertain: true };
  const wait = granted(retryAfter, backoff(progress.attempts + 1, random));
  return { kind: "uncertain", at: now + wait, absences: progress.absences };
}

/**
 * When an edit that went through has to be made once more, because an earlier try of it may still be carried out;
 * undefined where it need not.
 * @param lostAt when the answer of an earlier try was lost
 */
export function confirmAt(lostAt: Millis | undefined, now: Millis): Millis | undefined {
  if (lostAt === undefined || now >= lostAt + ABSENCE_TRUSTED_AFTER) return undefined;
  return lostAt + ABSENCE_TRUSTED_AFTER;
}

function granted(wish: Millis | undefined, otherwise: Millis): Millis {
  return Math.min(Math.max(wish ?? otherwise, 0), LONGEST_WISH);
}

function again(uncertain: boolean, progress: Progress, at: Millis): Verdict {
  if (uncertain) return { kind: "uncertain", at, absences: progress.absences };
  return { kind: "retry", at, fresh: true, vanished: progress.vanished };
}
