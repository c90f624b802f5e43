import type { Millis } from "../../src/model/time.ts";

/** What happened, for the story of one delivery when something is wrong with it. */
export interface Journal {
  /**
   * Notes something at the present moment.
   * @param about ids and keys that it concerns; none where it concerns everything
   */
  note(text: string, about?: readonly string[]): void;
  /** All that concerns any of these, and what concerned everything meanwhile. */
  story(about: ReadonlySet<string>): string;
  /** Which other names stand beside these in any note: the delivery's id beside the item's key. */
  kin(about: string): ReadonlySet<string>;
}

export function createJournal(elapsed: () => Millis): Journal {
  const notes: { readonly at: Millis; readonly text: string; readonly about: readonly string[] }[] = [];
  return {
    note: (text, about = []) => void notes.push({ at: elapsed(), text, about }),
    kin: (name) => new Set(notes.flatMap(({ about }) => (about.includes(name) ? about : []))),
    story(names) {
      const first = notes.findIndex(({ about }) => about.some((name) => names.has(name)));
      return notes
        .slice(Math.max(first, 0))
        .filter(({ about }) => about.length === 0 || about.some((name) => names.has(name)))
        .map(({ at, text }) => `${clockText(at)}  ${text}`)
        .join("\n");
    },
  };
}

/** Days, hours, minutes and seconds since the harness began. */
export function clockText(at: Millis): string {
  const seconds = Math.floor(at / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 86_400)}d ${clock}.${String(Math.floor(at) % 1000).padStart(3, "0")}`;
}
