import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

/** One request as it came in. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** What was answered; undefined while the server hangs or where it cut the connection without a word. */
  readonly status: number | undefined;
}

/** How a request is answered. */
export type Reply =
  | DocumentReply
  | { readonly kind: "status"; readonly status: number; readonly headers?: Headers; readonly body?: string }
  | { readonly kind: "redirect"; readonly to: string; readonly status?: number }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Sends the headers and a piece of the body, then nothing more. */
  | { readonly kind: "stall"; readonly body: string }
  /** Promises a whole body, sends half of it and cuts the connection. */
  | { readonly kind: "cut"; readonly body: string }
  /** Cuts the connection without an answer. */
  | { readonly kind: "reset" }
  /** Sends white space for as long as it is read, up to `bytes`. */
  | { readonly kind: "flood"; readonly bytes: number };

export interface DocumentReply {
  readonly kind: "document";
  /** Text is sent as UTF-8. */
  readonly body: string | Uint8Array;
  /** `application/rss+xml; charset=utf-8` for text, without charset for bytes. */
  readonly contentType?: string;
  /** Packs the body. */
  readonly coding?: "gzip" | "deflate" | "raw-deflate" | "br";
  /** Sent as they are; left out, the tag is made of the body. */
  readonly validators?: { readonly etag?: string; readonly lastModified?: string };
  readonly headers?: Headers;
}

type Headers = Readonly<Record<string, string>>;

export interface FeedServer extends AsyncDisposable {
  /** The address of the feed. */
  readonly url: string;
  /** All requests so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Answers every request from now on, until told otherwise. */
  reply(next: Reply | ((request: SeenRequest) => Reply)): void;
  close(): Promise<void>;
}

/** A feed's server on a loopback address. Answers 404 until it is told what to say. */
export async function startFeedServer(path = "/library/rss/latest_news_e.xml"): Promise<FeedServer> {
  const requests: SeenRequest[] = [];
  let next: (request: SeenRequest) => Reply = () => ({ kind: "status", status: 404 });

  const server = createServer((request, response) => {
    const seen = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, status: undefined };
    const status = answer(next(seen), request, response);
    requests.push({ ...seen, status });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the feed server has no port");

  async function close(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }
  return {
    url: `http://127.0.0.1:${address.port}${path}`,
    requests,
    reply(replied) {
      next = typeof replied === "function" ? replied : () => replied;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): number | undefined {
  switch (reply.kind) {
    case "document":
      return sendDocument(reply, request, response);
    case "status":
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return reply.status;
    case "redirect": {
      const status = reply.status ?? 302;
      response.writeHead(status, { location: reply.to }).end();
      return status;
    }
    case "hang":
      return undefined;
    case "stall":
      response.writeHead(200, { "content-type": "application/rss+xml" }).write(reply.body);
      return 200;
    case "cut": {
      response.writeHead(200, { "content-length": Buffer.byteLength(reply.body) });
      response.write(reply.body.slice(0, reply.body.length / 2), () => response.destroy());
      return 200;
    }
    case "reset":
      request.socket.resetAndDestroy();
      return undefined;
    case "flood":
      response.writeHead(200, { "content-type": "application/rss+xml" });
      flood(response, reply.bytes);
      return 200;
  }
}

/** Answers 304 where the validators agree, as RFC 9110, section 13.2.2, has it: a tag counts before a date. */
function sendDocument(reply: DocumentReply, request: IncomingMessage, response: ServerResponse): number {
  const bytes = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  const { etag, lastModified } = reply.validators ?? { etag: tagOf(bytes) };
  const asked = request.headers["if-none-match"];
  const since = request.headers["if-modified-since"];
  const unchanged = asked === undefined ? since !== undefined && since === lastModified : asked === etag;
  const headers = {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { "last-modified": lastModified }),
    ...reply.headers,
  };
  if (unchanged) {
    response.writeHead(304, headers).end();
    return 304;
  }
  const type = typeof reply.body === "string" ? "application/rss+xml; charset=utf-8" : "application/rss+xml";
  response.writeHead(200, {
    "content-type": reply.contentType ?? type,
    ...(reply.coding !== undefined && { "content-encoding": reply.coding.replace("raw-", "") }),
    ...headers,
  });
  response.end(packed(bytes, reply.coding));
  return 200;
}

function packed(bytes: Uint8Array, coding: DocumentReply["coding"]): Uint8Array {
  switch (coding) {
    case undefined:
      return bytes;
    case "gzip":
      return gzipSync(bytes);
    case "deflate":
      return deflateSync(bytes);
    case "raw-deflate":
      return deflateRawSync(bytes);
    case "br":
      return brotliCompressSync(bytes);
  }
}

function tagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
}

function flood(response: ServerResponse, bytes: number): void {
  const piece = Buffer.alloc(64 * 1024, " ");
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      if (!response.write(piece)) {
        response.once("drain", more);
        return;
      }
    }
    response.end();
  };
  more();
}
