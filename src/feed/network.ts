import { lookup as systemLookup } from "node:dns/promises";
import { callbackify } from "node:util";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import type { Clock, Millis } from "../model/time.ts";
import { isPublicAddress } from "./address.ts";

/** An address that a name resolved to. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Bounds of one fetch. */
export interface FetchLimits {
  readonly connect: Millis;
  /** From the first packet to the last, redirects included. */
  readonly total: Millis;
  /** Of the body, as sent and again once unpacked. */
  readonly bytes: number;
  readonly redirects: number;
}

/** What fetching touches of the world. */
export interface FetchTools {
  readonly clock: Pick<Clock, "now">;
  /** Names the program, its version and how to reach its host. */
  readonly userAgent: string;
  readonly limits: FetchLimits;
  /** Resolves a host name to all its addresses. */
  readonly lookup: (hostname: string) => Promise<readonly Address[]>;
  /** Makes what opens connections; it must take its addresses from the `lookup` that it is given. */
  readonly buildConnector: (options: { timeout: Millis; lookup: LookupFunction; allowH2: false }) => Connector;
}

export type Connector = ReturnType<typeof buildConnector>;

export const FETCH_LIMITS: FetchLimits = { connect: 10_000, total: 30_000, bytes: 5 * 1024 * 1024, redirects: 5 };

/** The real network, with the limits of the house. */
export function systemNetwork(clock: Pick<Clock, "now">, userAgent: string): FetchTools {
  return {
    clock,
    userAgent,
    limits: FETCH_LIMITS,
    lookup: async (hostname) => await systemLookup(hostname, { all: true }),
    buildConnector,
  };
}

/** Thrown into a connection attempt that would reach a private address. */
export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

/** A connector that knows which kind of address it went to. */
export interface GuardedConnector {
  readonly connect: Connector;
  /** Whether any address that the host resolved to is public. Known once connected. */
  readonly reachedPublic: () => boolean;
}

/**
 * Opens connections, with `publicOnly` to public addresses alone. The check sits between the resolver and the socket: the
 * very addresses that passed are dialled, so a name that resolves differently a moment later gains nothing.
 */
export function guardedConnector(tools: FetchTools, publicOnly: boolean): GuardedConnector {
  let sawPublic = false;

  function admit(hostname: string, addresses: readonly Address[]): readonly Address[] | PrivateAddressError {
    sawPublic ||= addresses.some(({ address }) => isPublicAddress(address));
    const admitted = addresses.filter(({ address }) => !publicOnly || isPublicAddress(address));
    if (admitted.length > 0) return admitted;
    const led = addresses.map(({ address }) => address).join(", ");
    return new PrivateAddressError(`${hostname} leads to ${led || "no address"}`);
  }

  const resolve = callbackify(tools.lookup);
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, (error: Error | null, addresses) => {
      const outcome = error ?? admit(hostname, addresses);
      if (outcome instanceof Error) callback(outcome, "");
      else if (options.all) callback(null, [...outcome]);
      else callback(null, outcome[0]?.address ?? "", outcome[0]?.family);
    });
  };

  const inner = tools.buildConnector({ timeout: tools.limits.connect, lookup, allowH2: false });
  return {
    reachedPublic: () => sawPublic,
    connect(options, callback) {
      const literal = options.hostname.replace(/^\[|\]$/g, "");
      const family = isIP(literal);
      // Sockets look up names alone, so an address that is written out is checked here.
      const outcome = family === 0 ? undefined : admit(literal, [{ address: literal, family }]);
      if (outcome instanceof Error) callback(outcome, null);
      else inner(options, callback);
    },
  };
}
