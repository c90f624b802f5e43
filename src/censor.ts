/** What stands in the place of a secret. */
const MASK = "[secret]";

/** Shorter secrets would take every second word with them. */
const SHORTEST = 4;

/**
 * Makes a function that takes every secret out of a text: the ones given, as they are, as they stand in an address and
 * as they stand in JSON, and whatever looks like a token of Slack or Discord, an authorization header or the password
 * of an address, known or not. The mask holds neither quotes nor backslashes, so that a line of JSON stays one.
 */
export function createCensor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)])
    .filter((form) => form.length >= SHORTEST);
  // Longest first: a secret that begins another one must not leave the other's rest behind.
  const known = Array.from(new Set(forms)).sort((one, other) => other.length - one.length);
  return (text) =>
    LOOKS_SECRET.reduce(
      mask,
      known.reduce((censored, form) => censored.replaceAll(form, MASK), text),
    );
}

interface Pattern {
  readonly find: RegExp;
  readonly replace: string;
}

function mask(text: string, { find, replace }: Pattern): string {
  return text.replace(find, replace);
}

const LOOKS_SECRET: readonly Pattern[] = [
  // Slack: https://docs.slack.dev/authentication/tokens
  { find: /\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]+/gi, replace: MASK },
  { find: /(hooks\.slack\.com\/\w+\/)[\w/-]+/gi, replace: `$1${MASK}` },
  // Discord: three parts, the first one the bot's id in Base64.
  { find: /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,64}/g, replace: MASK },
  { find: /(\/webhooks\/\d+\/)[\w-]+/gi, replace: `$1${MASK}` },
  { find: /\b(Bearer|Basic|Bot) +[\w.~+/=-]{12,}/gi, replace: `$1 ${MASK}` },
  // user:password@ in an address. Up to the last @ of the word: a password that holds one must not show its end.
  { find: /\b([a-z][a-z\d+.-]{0,20}:\/\/[^\s:/@"]{0,200}):[^\s"]{1,500}@/gi, replace: `$1:${MASK}@` },
];
