import { z } from "zod";
import type { Millis } from "../../model/time.ts";
import { ChatError } from "../errors.ts";
import { isNeverSent } from "./never-sent.ts";
import { REFUSALS } from "./refusals.ts";

/** Where a proxy asks to wait without saying how long. */
const WAIT_UNSAID: Millis = 60_000;
/** More of Discord's words than that help nobody. */
const LONGEST_DETAIL = 400;

/** discord.js's RateLimitError, by its shape: `retryAfter` in milliseconds. */
const rateLimit = z.object({ retryAfter: z.number(), timeToReset: z.number(), route: z.string() });
/** discord.js's DiscordAPIError: an answer of 4xx. `code` is undefined where the answer was not Discord's JSON. */
const apiRefusal = z.object({
  status: z.number(),
  rawError: z.unknown(),
  code: z.union([z.number(), z.string()]).optional(),
  message: z.string(),
});
const invalidReference = z.object({
  errors: z.object({ message_reference: z.object({ _errors: z.array(z.object({ code: z.string() })) }) }),
});
/** discord.js's HTTPError: an answer of 5xx. */
const serverTrouble = z.object({ name: z.literal("HTTPError"), status: z.number() });

/**
 * What went wrong while talking to Discord, as the delivery half needs it. What is not known to be harmless is
 * `ambiguous`.
 * @param doing what was tried and where, for the message: "posting to channel 123"
 */
export function toChatError(error: unknown, doing: string): ChatError {
  if (error instanceof ChatError) return error;
  const limited = rateLimit.safeParse(error);
  if (limited.success) return slowDown(limited.data, doing, error);
  const refused = apiRefusal.safeParse(error);
  if (refused.success && refused.data.status < 500) return refusal(refused.data, doing, error);
  const trouble = serverTrouble.safeParse(error);
  if (trouble.success) {
    return new ChatError("ambiguous", `${doing}: Discord answered ${trouble.data.status}`, { cause: error });
  }
  if (isNeverSent(error)) {
    const remedy = "check the network, and apiUrl in the configuration";
    return new ChatError("unreachable", `${doing}: Discord can't be reached (${words(error)}); ${remedy}`, {
      cause: error,
    });
  }
  return new ChatError("ambiguous", `${doing}: the answer was lost (${words(error)})`, { cause: error });
}

function slowDown(limited: z.infer<typeof rateLimit>, doing: string, cause: unknown): ChatError {
  const asked = Math.max(limited.retryAfter, limited.timeToReset);
  const retryAfter = Number.isFinite(asked) && asked > 0 ? Math.ceil(asked) : WAIT_UNSAID;
  return new ChatError("rate-limited", `${doing}: Discord asks to wait ${retryAfter / 1000} s`, { cause, retryAfter });
}

function refusal(refused: z.infer<typeof apiRefusal>, doing: string, cause: unknown): ChatError {
  const said = `${doing}: Discord refused with ${refused.status}, ${detail(refused)}`;
  if (refused.status === 401) {
    return new ChatError(
      "unauthorised",
      `${doing}: Discord refuses the token; put a valid one into the configuration`,
      { cause },
    );
  }
  if (typeof refused.code !== "number" || refused.code === 0) return unknownRefusal(refused.status, said, cause);
  if (answersNothing(refused.rawError)) return new ChatError("gone", said, { cause });
  const known = REFUSALS.get(refused.code);
  if (known === undefined)
    return new ChatError(refused.status === 403 ? "channel-unavailable" : "rejected", said, { cause });
  const message = known.remedy === undefined ? said : `${said}; ${known.remedy}`;
  return new ChatError(known.failure, message, {
    cause,
    ...(known.failure === "rate-limited" ? { retryAfter: WAIT_UNSAID } : {}),
  });
}

/** "Invalid form body" where the message that was to be answered is no longer there. */
function answersNothing(rawError: unknown): boolean {
  return (
    invalidReference
      .safeParse(rawError)
      .data?.errors.message_reference._errors.some(({ code }) => code === "REPLIES_UNKNOWN_MESSAGE") === true
  );
}

/** An answer without one of Discord's codes: from a proxy, or in words only. A request that timed out may still arrive. */
function unknownRefusal(status: number, said: string, cause: unknown): ChatError {
  if (status === 408) return new ChatError("ambiguous", said, { cause });
  if (status === 400 || status === 413 || status === 422) return new ChatError("rejected", said, { cause });
  const remedy = "something between this machine and Discord may be in the way; check apiUrl in the configuration";
  return new ChatError("unreachable", `${said}; ${remedy}`, { cause });
}

function detail(refused: z.infer<typeof apiRefusal>): string {
  const text = refused.message.replaceAll(/\s+/g, " ").slice(0, LONGEST_DETAIL);
  return refused.code === undefined ? text : `code ${refused.code}: ${text}`;
}

function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST_DETAIL);
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const message = error.message.slice(0, LONGEST_DETAIL);
  return message === "" || message.includes(code) ? message || code : `${code}: ${message}`;
}
