import { ChatError } from "../chat/errors.ts";
import type { Millis } from "../model/time.ts";
import type { DeliveryTools } from "./tools.ts";

/** The longest that one call to a platform may take: well below the lease. */
const CALL_LIMIT: Millis = 20_000;
/** How long an adapter has to end a call after its signal. */
const GRACE_AFTER_ABORT: Millis = 1_000;

/** The signal under which the calls of one attempt are made. */
export function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(CALL_LIMIT)]);
}

/** A call of a delivery whose beginning and answer can be observed. Throws `ambiguous` when its time is over. */
export async function watched<T>(
  id: string,
  call: () => Promise<T>,
  tools: DeliveryTools,
  signal: AbortSignal,
): Promise<T> {
  tools.observe?.("begun", id);
  const answer = await inTime(call(), signal);
  tools.observe?.("answered", id);
  return answer;
}

/** Anything but a ChatError from an adapter is its fault, and what it did is unknown. */
export function asChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  return new ChatError(
    "ambiguous",
    `the adapter failed unexpectedly: ${error instanceof Error ? error.message : String(error)}`,
    {
      cause: error,
    },
  );
}

/** The call, or `ambiguous` when its time is over: an adapter that does not end on its signal must not stop the others. */
async function inTime<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(new ChatError("ambiguous", "the call took too long", { cause: signal.reason }));
  // The adapter reports its own end first, which may know better what happened.
  const wait = (): void => void setTimeout(end, GRACE_AFTER_ABORT).unref();
  signal.addEventListener("abort", wait, { once: true });
  try {
    return await Promise.race([call, late]);
  } finally {
    signal.removeEventListener("abort", wait);
    // Nobody may be left to hear how the call ends.
    call.catch(() => {});
    late.catch(() => {});
  }
}
