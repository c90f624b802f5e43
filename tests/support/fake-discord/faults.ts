import type { ServerResponse } from "node:http";
import { refuse, invalidForm, type Answer } from "./answers.ts";
import { tooMany } from "./rate-limits.ts";

/** The requests that can be made to fail. */
export type Target = "send" | "edit" | "read" | "any";

/** What becomes of a request instead of its answer. */
export type Fault =
  | { readonly kind: "rate-limited"; readonly seconds: number; readonly scope?: "user" | "shared" | "global" }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "unauthorised" | "channel-unavailable" | "rejected" }
  /** The answer is lost, after the request was carried out (`stored`) or before. */
  | { readonly kind: "lost"; readonly how: Loss; readonly stored: boolean };

export type Loss = "reset" | "close" | "hang" | "500" | "502-html" | "200-html" | "cut";

interface Waiting {
  readonly target: Target;
  readonly fault: Fault;
  readonly struck: () => void;
}

export interface Faults {
  /** The next request of this kind meets the fault. Resolves when it has. */
  next(target: Target, fault: Fault): Promise<void>;
  take(target: Target): { readonly fault: Fault; readonly struck: () => void } | undefined;
}

export function createFaults(): Faults {
  const waiting: Waiting[] = [];
  return {
    next(target, fault) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ target, fault, struck: resolve });
      return promise;
    },
    take(target) {
      const at = waiting.findIndex((one) => one.target === "any" || one.target === target);
      return at === -1 ? undefined : waiting.splice(at, 1)[0];
    },
  };
}

/** A refusal that is known to have done nothing. */
export function refusalOf(fault: Exclude<Fault, { kind: "lost" }>): Answer {
  switch (fault.kind) {
    case "answer":
      return fault.answer;
    case "rate-limited":
      return tooMany(fault.seconds, fault.scope ?? "user");
    case "unauthorised":
      return refuse(401, 0, "401: Unauthorized");
    case "channel-unavailable":
      return refuse(403, 50001, "Missing Access");
    case "rejected":
      return invalidForm([
        { path: ["embeds", "0", "title"], code: "BASE_TYPE_MAX_LENGTH", message: "Must be 256 or fewer in length." },
      ]);
  }
}

const HTML = "<!doctype html><title>Gateway</title><h1>Something stands between you and Discord</h1>";

/** Loses an answer in one of the ways in which answers get lost. */
export function lose(response: ServerResponse, how: Loss, text: string): void {
  switch (how) {
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "close":
      response.socket?.destroy();
      return;
    case "hang":
      return;
    case "500":
      response
        .writeHead(500, { "Content-Type": "application/json" })
        .end('{"message":"500: Internal Server Error","code":0}');
      return;
    case "502-html":
      response.writeHead(502, { "Content-Type": "text/html" }).end(HTML);
      return;
    case "200-html":
      response.writeHead(200, { "Content-Type": "text/html" }).end(HTML);
      return;
    case "cut":
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": String(text.length + 100) });
      response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
  }
}
