import type { Config } from "./schema.ts";

/**
 * Every secret in a configuration, for the log's censor: tokens and the like by the name of their key, passwords and
 * keys in addresses, and whatever a foreign adapter is given, since only that adapter knows what it means.
 */
export function secretsOf(config: Config): readonly string[] {
  const texts = Array.from(allTexts(config, ""));
  const options = config.chats.flatMap((chat) =>
    chat.platform === "custom" ? Array.from(allTexts(chat.options, "")) : [],
  );
  const secrets = [
    ...texts.filter(({ key }) => SECRET_KEY.test(key)).map(({ text }) => text.replace(/^(?:Bot|Bearer)\s+/i, "")),
    ...texts.flatMap(({ text }) => secretsOfAddress(text)),
    ...options.map(({ text }) => text).filter((text) => text.length >= SHORTEST_OPTION),
  ];
  return Array.from(new Set(secrets.filter((secret) => secret !== "")));
}

const SECRET_KEY = /^ping$|token|secret|password|passphrase|credential|api_?key/i;

/** Shorter options are names and numbers, which a log must be able to show. */
const SHORTEST_OPTION = 8;

interface Text {
  readonly key: string;
  readonly text: string;
}

function* allTexts(value: unknown, key: string): Generator<Text> {
  if (typeof value === "string") yield { key, text: value };
  if (typeof value !== "object" || value === null) return;
  for (const [name, entry] of Object.entries(value)) yield* allTexts(entry, Array.isArray(value) ? key : name);
}

/** The password of an address as written and as meant, and its parameters that are secret by name. */
function secretsOfAddress(text: string): readonly string[] {
  const url = /^[a-z][a-z+.-]*:\/\//i.test(text) ? URL.parse(text) : null;
  if (url === null) return [];
  const parameters = Array.from(url.searchParams)
    .filter(([name]) => SECRET_KEY.test(name) || name === "key")
    .map(([, value]) => value);
  return [url.password, decoded(url.password), ...parameters];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
