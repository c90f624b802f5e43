import robotsParser from "robots-parser";
import type { Millis } from "../model/time.ts";
import { FeedError } from "./errors.ts";
import { fetchFeed } from "./fetch.ts";
import type { FetchTools } from "./network.ts";

/** The name under which `robots.txt` may speak of this program (RFC 9309, section 2.2.1). */
const PRODUCT = "Tradepost";

/** Rules are not used for longer (RFC 9309, section 2.4). */
const KEPT: Millis = 24 * 60 * 60_000;
/** After so long a server that could not tell its rules is asked again. */
const ASKED_AGAIN: Millis = 10 * 60_000;
/** At least 500 KiB must be read (RFC 9309, section 2.5). */
const LARGEST = 512 * 1024;

const ACCEPT = "text/plain, */*;q=0.1";

/** What the hosts of pages allow, remembered for a day. */
export interface Robots {
  /**
   * Why a page may not be read; undefined where it may. Throws the signal's reason.
   */
  refusal(page: URL, signal: AbortSignal): Promise<string | undefined>;
}

interface Rules {
  readonly allows: (page: URL) => boolean;
  readonly refusal: string;
  readonly until: Millis;
}

/**
 * Reads the `robots.txt` of hosts as RFC 9309 has it: one that is absent (any 4xx) allows all; one that can't be had
 * (5xx, no answer) forbids all, unless it was read before. 429 counts as the latter: who is asked too often wants no more.
 */
export function createRobots(network: FetchTools): Robots {
  const known = new Map<string, Rules>();
  const robotsNetwork = { ...network, limits: { ...network.limits, bytes: LARGEST } };

  async function rulesOf(origin: string, signal: AbortSignal): Promise<Rules> {
    const kept = known.get(origin);
    const now = network.clock.now();
    if (kept !== undefined && now < kept.until) return kept;
    const rules = (await ask(origin, signal)) ?? (kept && { ...kept, until: now + ASKED_AGAIN }) ?? unreachable(now);
    known.set(origin, rules);
    return rules;
  }

  /** Undefined where the server could not tell. */
  async function ask(origin: string, signal: AbortSignal): Promise<Rules | undefined> {
    const url = `${origin}/robots.txt`;
    const until = network.clock.now() + KEPT;
    try {
      const answer = await fetchFeed({ url, validators: undefined, accept: ACCEPT }, robotsNetwork, signal);
      if (answer.kind === "unchanged") return undefined;
      const parsed = robotsParser(url, answer.text);
      return {
        allows: (page) => parsed.isAllowed(page.href, PRODUCT) !== false,
        refusal: "robots.txt refuses it",
        until,
      };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      return isAbsent(error) ? { allows: () => true, refusal: "", until } : undefined;
    }
  }

  return {
    async refusal(page, signal) {
      const rules = await rulesOf(page.origin, signal);
      return rules.allows(page) ? undefined : rules.refusal;
    },
  };
}

function unreachable(now: Millis): Rules {
  return {
    allows: () => false,
    refusal: "robots.txt could not be read, so nothing is allowed",
    until: now + ASKED_AGAIN,
  };
}

function isAbsent({ status }: FeedError): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 429;
}
