import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { createSessions } from "./gateway-sessions.ts";
import { createConversation, type Conversation } from "./gateway-conversation.ts";
import type { World } from "./world.ts";

/** How the live connection is cut: at the socket, by opcode 7 or 9, or with a close code. */
export type Cut = "reset" | "close" | "reconnect" | "invalid-session" | number;

export interface GatewayOptions {
  /** Discord says 41250. */
  readonly heartbeatInterval: number;
  /** Intents that the application may not ask for, as bits. */
  readonly disallowedIntents: number;
}

export interface Gateway {
  /** Live connections that have identified or resumed. */
  live(): number;
  /** How often a session was opened and resumed. */
  readonly counts: { identified: number; resumed: number };
  cut(how: Cut): void;
  /** Resolves when the client has received READY with its servers, or RESUMED, the next time. */
  nextLive(): Promise<void>;
  /** From now on heartbeats are answered, or not. */
  answerHeartbeats(on: boolean): void;
  dispatch(t: string, d: unknown): void;
  close(): void;
}

/** Discord's gateway at `/gateway` of an HTTP server. */
export function attachGateway(server: Server, world: World, url: () => string, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = createSessions();
  const talks = new Set<Conversation>();
  const waiting: (() => void)[] = [];
  const counts = { identified: 0, resumed: 0 };
  let answering = true;

  /** Whoever waits now is told when the client has taken in that it is live. */
  function becameLive(): () => void {
    const told = waiting.splice(0);
    return () => {
      for (const tell of told) tell();
    };
  }

  function talk(socket: WebSocket): void {
    const made = createConversation(socket, {
      world,
      sessions,
      url,
      options,
      answering: () => answering,
      counts,
      becameLive,
    });
    talks.add(made);
    socket.on("close", () => talks.delete(made));
    socket.on("error", () => socket.terminate());
  }

  server.on("upgrade", (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname === "/gateway" && searchParams.get("v") === "10") sockets.handleUpgrade(request, socket, head, talk);
    else socket.destroy();
  });

  return {
    live: () => [...talks].filter((one) => one.session() !== undefined).length,
    counts,
    cut(how) {
      for (const one of talks) one.cut(how);
    },
    nextLive: () => new Promise((resolve) => waiting.push(resolve)),
    answerHeartbeats(on) {
      answering = on;
    },
    dispatch(t, d) {
      for (const one of talks) one.dispatch(t, d);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
