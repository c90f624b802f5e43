import { randomBytes } from "node:crypto";

/**
 * A new id of 24 lower-case hexadecimal characters (96 random bits) for an item, delivery, digest or incident. Discord
 * takes a nonce of at most 25 characters (https://discord.com/developers/docs/resources/message#create-message).
 */
export function newId(random: (bytes: number) => Buffer = randomBytes): string {
  return random(12).toString("hex");
}
