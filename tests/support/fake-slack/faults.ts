import type { ServerResponse } from "node:http";
import type { Loss } from "../../contract/suite/platform.ts";
import type { Json } from "./json.ts";

/** What happens to a request instead of its answer. */
export type FakeFault =
  | { readonly kind: "rate-limited"; readonly retryAfterSeconds: number }
  /** Slack refuses, with this error code. */
  | { readonly kind: "refused"; readonly error: string }
  | { readonly kind: "lost"; readonly how: Loss; readonly stored: boolean };

const PAGE = "<!doctype html><title>Proxy</title><p>Something went wrong.";

/** Loses an answer in one of the ways in which answers get lost. */
export function lose(response: ServerResponse, how: Loss, answer: Json): void {
  const { socket } = response;
  switch (how) {
    case "reset":
      socket?.resetAndDestroy();
      return;
    case "close":
      socket?.end();
      return;
    case "hang":
      return;
    case "500":
      response.writeHead(500).end();
      return;
    case "502-html":
      response.writeHead(502, { "content-type": "text/html" }).end(PAGE);
      return;
    case "200-html":
      response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
      return;
    case "cut": {
      const body = JSON.stringify(answer);
      response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
      response.write(body.slice(0, body.length / 2), () => socket?.end());
    }
  }
}
