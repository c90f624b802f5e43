import type { Millis } from "../model/time.ts";

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date measured against `now` (RFC 9110, section 10.2.3).
 *
 * @returns milliseconds to wait, at least 0, or undefined where the header is missing or says neither.
 */
export function parseRetryAfter(header: string | undefined, now: Millis): Millis | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;

  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(moment - now, 0);
}
