/** What a server gave to ask later whether its document changed (RFC 9110, section 8.8), kept as received. */
export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The validators of an answer; where a 304 leaves one out, the `earlier` one stays good. */
export function keptValidators(headers: Headers, earlier: Validators | undefined): Validators {
  return {
    etag: sendable(headers["etag"]) ?? earlier?.etag,
    lastModified: sendable(headers["last-modified"]) ?? earlier?.lastModified,
  };
}

/** A header that could not be sent back would fail each later look, so it is rather forgotten. */
function sendable(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" && /^[\x20-\x7e]{1,1024}$/.test(header) ? header : undefined;
}
