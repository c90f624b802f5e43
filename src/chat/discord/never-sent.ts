/**
 * Whether a failed request certainly never reached its server: the name was not found, no connection came about, or
 * the certificate was refused. Errors of Node and undici, told by `code` and `syscall`; a connection tried at several
 * addresses fails with one error for each, and all must agree.
 */
export function isNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isNeverSent);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const syscall = "syscall" in error && typeof error.syscall === "string" ? error.syscall : "";
  if (BEFORE_SENDING.has(code) || code.startsWith("ERR_TLS_")) return true;
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  return isNeverSent(error.cause);
}

const BEFORE_SENDING: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
