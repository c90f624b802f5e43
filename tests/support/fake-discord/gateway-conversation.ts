import type { RawData, WebSocket } from "ws";
import { isRecord } from "./answers.ts";
import type { Cut, GatewayOptions } from "./gateway.ts";
import type { Session, Sessions } from "./gateway-sessions.ts";
import { guildJson, userJson } from "./json.ts";
import type { World } from "./world.ts";

// Opcodes and close codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;
const CLOSE = {
  decode: 4002,
  notAuthenticated: 4003,
  badToken: 4004,
  again: 4005,
  sequence: 4007,
  intents: 4014,
} as const;
/** Longer payloads from clients are refused. */
const LONGEST_PAYLOAD = 4096;

export interface ConversationParts {
  readonly world: World;
  readonly sessions: Sessions;
  readonly url: () => string;
  readonly options: GatewayOptions;
  readonly answering: () => boolean;
  readonly counts: { identified: number; resumed: number };
  /** The client is live; the result is to be called when it has taken that in. */
  readonly becameLive: () => () => void;
}

/** One connection of a client. */
export interface Conversation {
  session(): Session | undefined;
  cut(how: Cut): void;
  dispatch(t: string, d: unknown): void;
}

export function createConversation(socket: WebSocket, parts: ConversationParts): Conversation {
  const { world, sessions, options } = parts;
  let session: Session | undefined;

  const send = (op: number, d: unknown, rest: object = {}): void =>
    socket.send(JSON.stringify({ op, d, s: null, t: null, ...rest }));

  function dispatch(t: string, d: unknown): void {
    session?.events.push({ t, d });
    replay((session?.events.length ?? 0) - 1);
  }

  function replay(from: number): void {
    for (const [at, { t, d }] of (session?.events ?? []).entries()) {
      if (at >= from && socket.readyState === socket.OPEN) send(OP.dispatch, d, { s: at + 1, t });
    }
  }

  /** The client answers a ping only after it has taken in what was sent before. */
  function tellWhenReceived(): void {
    socket.once("pong", parts.becameLive());
    socket.ping();
  }

  function identify(d: Record<string, unknown>): void {
    if (session !== undefined) return socket.close(CLOSE.again);
    if (d["token"] !== world.token) return socket.close(CLOSE.badToken, "Authentication failed.");
    const intents = typeof d["intents"] === "number" ? d["intents"] : 0;
    if ((intents & options.disallowedIntents) !== 0) return socket.close(CLOSE.intents, "Disallowed intent(s).");
    session = sessions.open(intents);
    parts.counts.identified += 1;
    dispatch("READY", {
      v: 10,
      user: userJson(world),
      guilds: [{ id: world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: parts.url(),
      shard: [0, 1],
      application: { id: world.botId, flags: 0 },
    });
    if ((intents & 1) !== 0) dispatch("GUILD_CREATE", guildJson(world));
    tellWhenReceived();
  }

  function resume(d: Record<string, unknown>): void {
    if (d["token"] !== world.token) return socket.close(CLOSE.badToken, "Authentication failed.");
    const found = typeof d["session_id"] === "string" ? sessions.find(d["session_id"]) : undefined;
    const seq = typeof d["seq"] === "number" ? d["seq"] : 0;
    if (found === undefined) return send(OP.invalidSession, false);
    if (seq > found.events.length) return socket.close(CLOSE.sequence);
    session = found;
    parts.counts.resumed += 1;
    replay(seq);
    dispatch("RESUMED", {});
    tellWhenReceived();
  }

  function hear(text: string): void {
    const payload = text.length > LONGEST_PAYLOAD ? undefined : parse(text);
    if (payload === undefined) return socket.close(CLOSE.decode);
    const d = isRecord(payload["d"]) ? payload["d"] : {};
    if (payload["op"] === OP.identify) return identify(d);
    if (payload["op"] === OP.resume) return resume(d);
    if (payload["op"] === OP.heartbeat) return parts.answering() ? send(OP.ack, null) : undefined;
    if (session === undefined) socket.close(CLOSE.notAuthenticated);
  }

  socket.on("message", (data) => hear(textOf(data)));
  send(OP.hello, { heartbeat_interval: options.heartbeatInterval });

  return {
    session: () => session,
    dispatch,
    cut(how) {
      if (how === "reset" || how === "close") return socket.terminate();
      if (how === "reconnect") return send(OP.reconnect, null);
      if (how === "invalid-session") {
        sessions.forget(session?.id ?? "");
        return send(OP.invalidSession, false);
      }
      socket.close(how);
    },
  };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return isRecord(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString();
}
