import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
/** Before what was sealed, so that another way of sealing can be told apart. */
const FORM = "gcm1";

/** The key that a text of the configuration stands for: 32 bytes as base64 or hexadecimal. Throws for anything else, without showing it. */
export function sealingKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  if (key.length === KEY_BYTES) return key;
  throw new Error(
    `encryptionKey is ${key.length} bytes and must be ${KEY_BYTES}: make one with openssl rand -base64 32`,
  );
}

/** Seals a text so that only the key opens it, and only under the same name. */
export function seal(text: string, key: Buffer, name: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(name));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [FORM, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString("base64url"))].join(".");
}

/** Opens what `seal` sealed. Throws where the key or the name is another, or the text was changed. */
export function unseal(sealed: string, key: Buffer, name: string): string {
  const [form, ...parts] = sealed.split(".");
  const [iv, tag, data] = parts.map((part) => Buffer.from(part, "base64url"));
  try {
    if (form !== FORM || iv === undefined || tag === undefined || data === undefined) throw new Error("another form");
    const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(name)).setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Error(
      `what is stored of workspace ${name} can't be opened: set encryptionKey to what it was, or install the app there again`,
      { cause },
    );
  }
}
