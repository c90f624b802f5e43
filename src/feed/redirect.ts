import { FeedError } from "./errors.ts";

/** One request of a chain of redirects. */
export interface Hop {
  readonly url: URL;
  /** Set where only public addresses may be reached: on another host than the configured one, and once the chain was on the public internet. */
  readonly publicOnly: boolean;
  readonly authorization: string | undefined;
}

/** An answer that points elsewhere. */
export interface Moved {
  readonly kind: "moved";
  readonly location: string | undefined;
  readonly status: number;
  /** Whether the host that said so is on the public internet. */
  readonly fromPublic: boolean;
}

/** What a chain of redirects has used up. */
export interface Chain {
  /** The addresses asked so far. */
  readonly visited: ReadonlySet<string>;
  readonly limit: number;
}

/**
 * The next request after a redirect. Credentials stay with their origin, https stays https, and no private address is
 * reached but that of the configured host, nor that one from the public internet (the connection itself checks that).
 *
 * @throws FeedError `redirect`
 */
export function followRedirect(hop: Hop, { location, status, fromPublic }: Moved, { visited, limit }: Chain): Hop {
  const from = shownAddress(hop.url);
  const url = location === undefined ? null : URL.parse(location, hop.url.href);
  if (url === null) {
    throw new FeedError(
      "redirect",
      `${from} answered ${status} without saying where to; check the address in a browser.`,
    );
  }
  const to = shownAddress(url);
  if (!["http:", "https:"].includes(url.protocol) || (hop.url.protocol === "https:" && url.protocol === "http:")) {
    throw new FeedError(
      "redirect",
      `${from} redirects to ${to}, which is not followed; configure the feed's final address.`,
    );
  }
  if (visited.has(url.href)) {
    throw new FeedError("redirect", `${from} redirects in a circle, back to ${to}; check the address in a browser.`);
  }
  if (visited.size > limit) {
    throw new FeedError(
      "redirect",
      `More than ${limit} redirects, the last to ${to}; configure the feed's final address.`,
    );
  }
  return {
    url,
    // Only the host that was configured may be private. A hop to another one answers from a public address, and from there
    // it stays public.
    publicOnly: fromPublic || url.hostname !== hop.url.hostname,
    authorization: url.origin === hop.url.origin ? hop.authorization : undefined,
  };
}

/** An address for logs and messages: credentials and query, where tokens live, are left out. */
export function shownAddress(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}
