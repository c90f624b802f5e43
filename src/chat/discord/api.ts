import type { REST } from "discord.js";
import type { z } from "zod";
import type { Clock, Millis } from "../../model/time.ts";
import { ChatError } from "../errors.ts";
import { toChatError } from "./errors.ts";

/** One request to Discord's HTTP interface. */
export interface Call<Schema extends z.ZodType> {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** From the version on: `/channels/123/messages`. */
  readonly route: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** What the answer must hold. */
  readonly answer: Schema;
  /** What is tried and where, for error messages: "posting to channel 123". */
  readonly doing: string;
}

/** Requests to Discord: each sent at most once, each within a time limit, failing with ChatError only. */
export interface Api {
  call<Schema extends z.ZodType>(call: Call<Schema>, signal: AbortSignal): Promise<z.output<Schema>>;
  /** Ends what is under way; nothing can be called afterwards. */
  close(): void;
}

/** For how long a refused token is taken as refused without asking again: Discord bans addresses that keep asking. */
const REFUSED_FOR: Millis = 5 * 60_000;

/**
 * @param rest discord.js's own client, set up to retry nothing and to wait for nothing
 * @param timeout for a whole request, its answer's body included
 */
export function createApi(rest: REST, token: string, clock: Clock, timeout: Millis): Api {
  const closing = new AbortController();
  let refused: { readonly error: ChatError; readonly until: Millis } | undefined;
  return {
    async call(call, signal) {
      if (signal.aborted || closing.signal.aborted)
        throw new ChatError("unreachable", `${call.doing}: stopped before asking`);
      const wait = (refused?.until ?? 0) - clock.now();
      // Longer than it was meant to be, it was noted under a clock that was set back since.
      if (refused !== undefined && wait > 0 && wait <= REFUSED_FOR) {
        throw new ChatError("unauthorised", refused.error.message, { cause: refused.error });
      }
      try {
        // The client forgets its token when Discord refuses it.
        rest.setToken(token);
        const limit = AbortSignal.any([signal, closing.signal, AbortSignal.timeout(timeout)]);
        return parse(call, await request(rest, call, limit));
      } catch (cause) {
        const error = toChatError(cause, call.doing);
        if ((error.retryAfter ?? 0) > LONGEST_PAUSE) forgetLimits(rest);
        if (error.failure === "unauthorised") refused = { error, until: clock.now() + REFUSED_FOR };
        throw error;
      }
    },
    close() {
      closing.abort();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

/** The client would keep to such a limit by itself, without asking, however long it was and under whatever clock. */
const LONGEST_PAUSE: Millis = 60 * 60_000;

/** Lets the client ask again: when to do so is for the outbox to say. */
function forgetLimits(rest: REST): void {
  rest.handlers.clear();
  rest.globalReset = -1;
}

async function request(rest: REST, call: Call<z.ZodType>, signal: AbortSignal): Promise<unknown> {
  const options = {
    signal,
    ...(call.query === undefined ? {} : { query: new URLSearchParams(call.query) }),
    ...(call.body === undefined ? {} : { body: call.body }),
  };
  switch (call.method) {
    case "GET":
      return rest.get(call.route, options);
    case "POST":
      return rest.post(call.route, options);
    case "PATCH":
      return rest.patch(call.route, options);
    case "PUT":
      return rest.put(call.route, options);
    case "DELETE":
      return rest.delete(call.route, options);
  }
}

/** A success that is not the answer we asked for comes from a proxy: nobody knows what became of the request. */
function parse<Schema extends z.ZodType>(call: Call<Schema>, answer: unknown): z.output<Schema> {
  const parsed = call.answer.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ChatError(
    "ambiguous",
    `${call.doing}: the answer is not one of Discord's; check apiUrl in the configuration`,
    {
      cause: parsed.error,
    },
  );
}
