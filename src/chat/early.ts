import type { Millis } from "../model/time.ts";

/**
 * An answer within this is given at once; a later one is announced first, since both platforms give up after three
 * seconds (docs.slack.dev/interactivity/implementing-slash-commands,
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object).
 */
const EARLY: Millis = 1_500;

/** The answer where it comes early, else "later". */
export async function early<T>(answer: Promise<T>): Promise<T | "later"> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<"later">((resolve) => {
    timer = setTimeout(resolve, EARLY, "later").unref();
  });
  try {
    return await Promise.race([answer, later]);
  } finally {
    clearTimeout(timer);
  }
}
