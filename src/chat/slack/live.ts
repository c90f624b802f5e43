import type { Desk } from "../../model/ask.ts";
import { warnRarely, type Log } from "../../model/log.ts";
import type { Clock, Millis } from "../../model/time.ts";
import type { Connection } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { asChatError } from "./errors.ts";
import type { Socket } from "./socket.ts";

/** A connection that is made anew whenever it is lost. */
export interface Live {
  state(): Connection;
  /** Resolves once connected; throws `unauthorised` or `unreachable`, and can then be called again. */
  open(desk: Desk, signal: AbortSignal): Promise<void>;
  /** Ends the connection and its renewing; resolves when nothing is left. */
  close(): Promise<void>;
}

/** A connection that stood this long counts as sound: after it the first new try comes at once. */
const SOUND: Millis = 60_000;
const FIRST_PAUSE: Millis = 500;
const LONGEST_PAUSE: Millis = 30_000;

/** How long to wait before the next try after so many failures in a row. */
export function pauseAfter(failures: number): Millis {
  if (failures === 0) return 0;
  return Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
}

/** Keeps one socket open for ever, whatever happens to it, without ever rejecting behind anybody's back. */
export function liveConnection(
  openSocket: (desk: Desk, signal: AbortSignal) => Promise<Socket>,
  tools: { readonly clock: Clock; readonly log: Log },
): Live {
  const stop = new AbortController();
  let state: Connection = "none";
  let socket: Socket | undefined;
  let keeping: Promise<void> = Promise.resolve();

  /** Until closed: waits for the end of the socket and opens the next one. */
  async function keep(first: Socket, desk: Desk): Promise<void> {
    let failures = 0;
    for (let current: Socket | undefined = first; current !== undefined;) {
      const since = tools.clock.now();
      await current.ended;
      if (stop.signal.aborted) return;
      state = "lost";
      failures = tools.clock.now() - since >= SOUND ? 0 : failures + 1;
      tools.log.warn({}, "slack connection lost");
      current = await reopen(failures - 1, desk);
    }
  }

  async function reopen(failuresBefore: number, desk: Desk): Promise<Socket | undefined> {
    for (let failures = Math.max(failuresBefore, 0); !stop.signal.aborted; failures += 1) {
      try {
        await tools.clock.sleep(pauseAfter(failures), stop.signal);
        socket = await openSocket(desk, stop.signal);
        state = "connected";
        tools.log.info({}, "slack connection is back");
        return socket;
      } catch (error) {
        if (stop.signal.aborted) return undefined;
        const reason = asChatError(error, { action: "reconnect", channel: undefined });
        warnRarely(tools.log, failures + 1, { reason: reason.message }, "slack can't be reached for listening");
      }
    }
    return undefined;
  }

  return {
    state: () => state,
    async open(desk, signal) {
      if (socket !== undefined) return;
      state = "connecting";
      try {
        socket = await openSocket(desk, AbortSignal.any([signal, stop.signal]));
      } catch (error) {
        state = "none";
        throw asListenError(error);
      }
      state = "connected";
      keeping = keep(socket, desk);
    },
    async close() {
      stop.abort();
      socket?.close();
      await keeping;
      state = "none";
    },
  };
}

/** Listening does nothing that could be done in part: what is not refused outright is out of reach for now. */
function asListenError(error: unknown): ChatError {
  const failure = asChatError(error, { action: "listen", channel: undefined });
  if (failure.failure === "unauthorised") return failure;
  return new ChatError("unreachable", failure.message, { cause: error });
}
