import type { Millis } from "../model/time.ts";
import { Agent, request, type Dispatcher } from "undici";
import { withoutUser } from "../model/web-address.ts";
import { readBody } from "./body.ts";
import { decodeFeed } from "./charset.ts";
import { FeedError } from "./errors.ts";
import { networkFailure } from "./network-failure.ts";
import { guardedConnector, type FetchTools } from "./network.ts";
import { followRedirect, shownAddress, type Hop, type Moved } from "./redirect.ts";
import { statusFailure } from "./status-failure.ts";
import { keptValidators, type Validators } from "./validators.ts";

// Broad on purpose: a server that is asked for RSS alone may answer 406 to its own feed.
const ACCEPT =
  "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

export interface FeedRequest {
  readonly url: string;
  /** Of the last look that was stored, or undefined to get the document in any case. */
  readonly validators: Validators | undefined;
  /** The kinds of document that are asked for; feeds where left out. */
  readonly accept?: string;
  /** Called before each request of a chain of redirects; throws where that address is not to be asked. */
  readonly admit?: (url: URL, signal: AbortSignal) => Promise<void>;
}

export interface FeedDocument {
  readonly kind: "document";
  readonly text: string;
  readonly validators: Validators;
  /** Where the document was found after all redirects. */
  readonly finalUrl: string;
  /** The encoding that it was read in. */
  readonly charset: string;
  /** The server's clock when it answered (`Date`, RFC 9110, section 6.6.1), in milliseconds since 1970. */
  readonly servedAt: Millis | undefined;
  /** What was odd about the encoding, for the log. */
  readonly note: string | undefined;
}

export type FetchResult = { readonly kind: "unchanged"; readonly validators: Validators } | FeedDocument;

/**
 * Asks for a feed once, following redirects, and reads the answer within the limits of `tools`. Nothing stays open.
 *
 * @throws FeedError for whatever goes wrong; the signal's own reason where `signal` was aborted.
 */
export async function fetchFeed(asked: FeedRequest, tools: FetchTools, signal: AbortSignal): Promise<FetchResult> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(tools.limits.total);
  const within = AbortSignal.any([signal, timeout]);
  const origin = parseAddress(asked.url);
  const visited = new Set<string>();
  let hop: Hop = { url: origin, publicOnly: false, authorization: credentialsOf(origin) };
  try {
    for (;;) {
      visited.add(hop.url.href);
      await asked.admit?.(hop.url, within);
      const answer = await visit(hop, asked, tools, within);
      if (answer.kind !== "moved") return answer;
      hop = followRedirect(hop, answer, { visited, limit: tools.limits.redirects });
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FeedError) throw error;
    throw networkFailure(error, { shown: shownAddress(hop.url), limits: tools.limits, timedOut: timeout.aborted });
  }
}

async function visit(
  hop: Hop,
  asked: FeedRequest,
  tools: FetchTools,
  signal: AbortSignal,
): Promise<FetchResult | Moved> {
  const connector = guardedConnector(tools, hop.publicOnly);
  const agent = new Agent({ connect: connector.connect, pipelining: 0 });
  try {
    const response = await request(bareAddress(hop.url), {
      dispatcher: agent,
      headers: requestHeaders(hop, asked, tools.userAgent),
      // The total limit covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
      signal,
    });
    const { statusCode, headers } = response;
    if (statusCode === 304 && isConditional(asked.validators)) {
      return { kind: "unchanged", validators: keptValidators(headers, asked.validators) };
    }
    if ([301, 302, 303, 307, 308].includes(statusCode)) {
      return {
        kind: "moved",
        location: single(headers["location"]),
        status: statusCode,
        fromPublic: connector.reachedPublic(),
      };
    }
    if (statusCode !== 200) {
      throw statusFailure(statusCode, single(headers["retry-after"]), shownAddress(hop.url), tools.clock.now());
    }
    return await readDocument(response, hop.url, tools);
  } finally {
    await agent.destroy();
  }
}

async function readDocument(response: Dispatcher.ResponseData, url: URL, tools: FetchTools): Promise<FeedDocument> {
  const { headers, body } = response;
  const bytes = await readBody(body, {
    shown: shownAddress(url),
    limit: tools.limits.bytes,
    coding: single(headers["content-encoding"]),
  });
  return {
    kind: "document",
    ...decodeFeed(bytes, single(headers["content-type"])),
    validators: keptValidators(headers, undefined),
    finalUrl: bareAddress(url).href,
    servedAt: servedAt(single(headers["date"]), single(headers["age"])),
  };
}

function requestHeaders(
  hop: Hop,
  { validators, accept = ACCEPT }: FeedRequest,
  userAgent: string,
): Record<string, string> {
  return {
    accept,
    "accept-encoding": "gzip, deflate, br",
    "user-agent": userAgent,
    ...(validators?.etag !== undefined && { "if-none-match": validators.etag }),
    ...(validators?.lastModified !== undefined && { "if-modified-since": validators.lastModified }),
    ...(hop.authorization !== undefined && { authorization: hop.authorization }),
  };
}

function isConditional(validators: Validators | undefined): validators is Validators {
  return validators?.etag !== undefined || validators?.lastModified !== undefined;
}

function parseAddress(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && ["http:", "https:"].includes(url.protocol)) return url;
  throw new FeedError(
    "unreachable",
    "The feed's address is not an http or https URL; correct `url` in the configuration.",
  );
}

function bareAddress(url: URL): URL {
  const bare = withoutUser(url);
  bare.hash = "";
  return bare;
}

function credentialsOf(url: URL): string | undefined {
  if (url.username === "" && url.password === "") return undefined;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** A cache on the way keeps the date of the first answer and says for how long it has had it (`Age`, RFC 9111, section 5.1). */
function servedAt(date: string | undefined, age: string | undefined): Millis | undefined {
  const moment = Date.parse(date ?? "");
  if (Number.isNaN(moment)) return undefined;
  return moment + (/^\d{1,9}$/.test(age ?? "") ? Number(age) * 1000 : 0);
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
