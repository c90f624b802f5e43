import type { Millis } from "../model/time.ts";
import { FeedError } from "./errors.ts";
import { parseRetryAfter } from "./retry-after.ts";

const remedies: ReadonlyMap<number, string> = new Map([
  [304, "It was not asked for changes, so its caching is broken; it is asked again later."],
  [401, "It wants credentials: put them in the feed's address."],
  [403, "It keeps this machine out: ask its operators, or read the feed through an address that they allow."],
  [404, "Check the feed's address in the configuration."],
  [406, "It refuses every format that is offered; ask its operators."],
  [410, "The feed was taken away for good: remove it from the configuration or find its new address."],
  [429, "It was asked too often; make the schedule less frequent if this comes back."],
]);

/** The error for an answer that is neither a document nor a redirect. `now` is what a `Retry-After` date is measured against. */
export function statusFailure(status: number, retryAfter: string | undefined, shown: string, now: Millis): FeedError {
  const remedy =
    remedies.get(status) ??
    (status >= 500 ? "The trouble is on its side; it is asked again later." : "Check the feed's address in a browser.");
  return new FeedError("status", `${shown} answered ${status}. ${remedy}`, {
    status,
    retryAfter: parseRetryAfter(retryAfter, now),
  });
}
