import { FeedError, type FeedFailure } from "./errors.ts";
import { PrivateAddressError, type FetchLimits } from "./network.ts";

/** The circumstances of a failed request. */
export interface Circumstances {
  /** The address as it may be shown. */
  readonly shown: string;
  readonly limits: FetchLimits;
  /** The limit for the whole fetch was reached. */
  readonly timedOut: boolean;
}

type Verdict = readonly [failure: FeedFailure, explanation: string];

const verdicts: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  ["ENOTFOUND", ["unreachable", "its name is not known; check the address and this machine's DNS"]],
  ["EAI_AGAIN", ["unreachable", "its name could not be looked up; check this machine's DNS"]],
  ["ECONNREFUSED", ["unreachable", "the connection was refused"]],
  ["ECONNRESET", ["unreachable", "the connection was reset"]],
  ["EHOSTUNREACH", ["unreachable", "there is no route to it; check this machine's network"]],
  ["ENETUNREACH", ["unreachable", "there is no route to it; check this machine's network"]],
  ["ETIMEDOUT", ["timeout", "no connection came about"]],
  ["UND_ERR_CONNECT_TIMEOUT", ["timeout", "no connection came about"]],
  ["UND_ERR_SOCKET", ["truncated", "the connection ended before the answer did"]],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", ["truncated", "the answer is shorter or longer than it says"]],
  ["UND_ERR_HEADERS_OVERFLOW", ["too-large", "the headers of the answer are too large"]],
]);

/** Says what an error of the network, the resolver, TLS or the HTTP parser means for a feed. */
export function networkFailure(error: unknown, { shown, limits, timedOut }: Circumstances): FeedError {
  if (timedOut) {
    return new FeedError("timeout", `${shown} took longer than ${limits.total / 1000} s; it is asked again later.`, {
      cause: error,
    });
  }
  const causes = causesOf(error);
  const inside = causes.find((cause) => cause instanceof PrivateAddressError);
  if (inside !== undefined) {
    return new FeedError(
      "redirect",
      `${shown} was refused: ${inside.message}, and no feed may send this machine to another address inside.`,
      { cause: error },
    );
  }
  const codes = causes.map((cause) => ("code" in cause ? String(cause.code) : ""));
  const [failure, explanation] = codes.map((code) => verdicts.get(code)).find((verdict) => verdict !== undefined) ?? [
    "unreachable",
    unnamed(causes, codes),
  ];
  return new FeedError(failure, `${shown} could not be read: ${explanation}.`, { cause: error });
}

function unnamed(causes: readonly Error[], codes: readonly string[]): string {
  if (codes.some((code) => code.startsWith("HPE_"))) return "it does not speak HTTP";
  if (codes.some((code) => code.includes("CERT") || code.includes("TLS") || code.includes("SSL"))) {
    return `its TLS certificate or protocol is not accepted (${causes[0]?.message ?? "no reason given"})`;
  }
  return causes[0]?.message ?? "no reason given";
}

/** An error and everything below it; a failed dual-stack connection holds one error per address. */
function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap((part) => causesOf(part, depth + 1))];
}
