import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { asText, isObject, type Json } from "./json.ts";

/** Slack's side of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). */
export interface SocketMode {
  /** A new ticket; each lets one socket in, once. */
  ticket(): string;
  open(): number;
  /** Resolves when at least one socket is open. */
  connected(): Promise<void>;
  /** Sends something that must be acknowledged; resolves with the acknowledgement's payload. */
  deliver(type: string, payload: Json): Promise<unknown>;
  /** Asks every client to connect anew, as Slack does before it recycles a server. */
  refresh(): void;
  /** Shows every client that the connection stands, as Slack does every few seconds. */
  ping(): void;
  /** Hears nothing more from any socket, not even a goodbye. */
  freeze(): void;
  /** Cuts every socket without a goodbye; resolves when all are gone. */
  cut(): Promise<void>;
}

export function socketMode(server: Server): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Set<() => void>();
  const acks = new Map<string, (payload: unknown) => void>();

  server.on("upgrade", (request, stream, head) => {
    const ticket = new URL(request.url ?? "/", "http://fake").searchParams.get("ticket") ?? "";
    if (!tickets.delete(ticket)) {
      stream.end("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => welcome(socket));
  });

  function welcome(socket: WebSocket): void {
    socket.on("message", (data) => {
      // A server with the library's default `binaryType` gets buffers.
      const answer: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString() : "null");
      if (!isObject(answer)) return;
      const id = asText(answer["envelope_id"]);
      acks.get(id)?.(answer["payload"]);
      acks.delete(id);
    });
    socket.on("error", () => socket.terminate());
    const connection_info = { app_id: "A0TRADEPOST" };
    socket.send(JSON.stringify({ type: "hello", num_connections: sockets.clients.size, connection_info }));
    socket.ping("Ping from fake Slack");
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  return {
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    open: () => sockets.clients.size,
    async connected() {
      if (sockets.clients.size > 0) return;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
      });
    },
    async deliver(type, payload) {
      const envelope_id = randomUUID();
      const [socket] = sockets.clients;
      if (socket === undefined) throw new Error("no client is connected");
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }));
      return await new Promise((resolve) => {
        acks.set(envelope_id, resolve);
      });
    },
    refresh() {
      for (const socket of sockets.clients)
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
    },
    ping() {
      for (const socket of sockets.clients) socket.ping("Ping from fake Slack");
    },
    freeze() {
      for (const socket of sockets.clients) socket.pause();
    },
    async cut() {
      const cut = [...sockets.clients].map(async (socket) => {
        const closed = once(socket, "close");
        socket.terminate();
        await closed;
      });
      await Promise.all(cut);
    },
  };
}
