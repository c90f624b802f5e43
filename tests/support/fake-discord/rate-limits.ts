import type { Answer } from "./answers.ts";

/** How many requests a bucket takes in how long. */
export interface BucketLimit {
  readonly limit: number;
  readonly perMs: number;
}

export interface RateLimits {
  /** Undefined where the request may go on; the headers then belong on its answer. */
  take(bucket: string): { readonly refused: Answer | undefined; readonly headers: Readonly<Record<string, string>> };
}

/** Discord's global limit, https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const GLOBAL: BucketLimit = { limit: 50, perMs: 1000 };

/**
 * Buckets per route and channel, and one over all.
 * Source: https://docs.discord.com/developers/topics/rate-limits
 */
export function createRateLimits(perBucket: BucketLimit, now: () => number): RateLimits {
  const windows = new Map<string, { used: number; endsAt: number }>();

  function windowOf(name: string, limit: BucketLimit): { used: number; endsAt: number } {
    const known = windows.get(name);
    if (known !== undefined && known.endsAt > now()) return known;
    const fresh = { used: 0, endsAt: now() + limit.perMs };
    windows.set(name, fresh);
    return fresh;
  }

  return {
    take(bucket) {
      const all = windowOf("", GLOBAL);
      if (all.used >= GLOBAL.limit) return { refused: tooMany((all.endsAt - now()) / 1000, "global"), headers: {} };
      all.used += 1;
      const own = windowOf(bucket, perBucket);
      const left = Math.max(0, perBucket.limit - own.used - 1);
      const wait = Math.max(0, own.endsAt - now()) / 1000;
      const headers = {
        "X-RateLimit-Limit": String(perBucket.limit),
        "X-RateLimit-Remaining": String(left),
        "X-RateLimit-Reset": (own.endsAt / 1000).toFixed(3),
        "X-RateLimit-Reset-After": wait.toFixed(3),
        "X-RateLimit-Bucket": hashOf(bucket),
      };
      if (own.used >= perBucket.limit) return { refused: tooMany(wait, "user"), headers };
      own.used += 1;
      return { refused: undefined, headers };
    },
  };
}

/** 429 with the wait in its body to the fraction, and in `Retry-After` in whole seconds. */
export function tooMany(seconds: number, scope: "user" | "shared" | "global"): Answer {
  const global = scope === "global";
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: seconds, global },
    headers: {
      "Retry-After": String(Math.ceil(seconds)),
      "X-RateLimit-Scope": scope,
      ...(global ? { "X-RateLimit-Global": "true" } : {}),
    },
  };
}

/** The bucket's name as clients see it: the route's, without the channel. */
function hashOf(bucket: string): string {
  return Buffer.from(bucket.replace(/\d{17,20}/g, ""))
    .toString("hex")
    .slice(0, 32);
}
