import { expect } from "vitest";
import type { SeenMessage } from "./platform.ts";

/** A message's words without regard to line breaks, and without the invisible characters by which a platform may disarm markup. */
export function wordsOf(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Expects a reader to see all these words, each in one piece. */
export function expectShown(message: SeenMessage, ...texts: readonly string[]): void {
  const shown = wordsOf(message.text);
  for (const text of texts) expect(shown).toContain(wordsOf(text));
}

/** Expects nothing in a message that could steer a screen or break a character in two. */
export function expectNoControls(text: string): void {
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
  expect(text.isWellFormed()).toBe(true);
}

/** The only message of a channel. */
export function only(messages: readonly SeenMessage[]): SeenMessage {
  expect(messages).toHaveLength(1);
  const [message] = messages;
  if (message === undefined) throw new Error("no message");
  return message;
}
