import { rss, wtoLink, WINDOW, type RssItem } from "../support/rss.ts";

/** One item as the WTO would tell it, and what became of it. The text names it: "file K17 reading 3". */
export interface Piece {
  readonly key: string;
  readonly number: number;
  readonly subject: Subject;
  readonly day: string;
  /** Which wording stands in the feed now. */
  reading: number;
  /** The day in July of the next meeting: a change of it is worth a reply. */
  meeting: number;
  /** Whether it stands in the feed. */
  listed: boolean;
  /** Whether it left the feed for good before anybody looked. */
  gone: boolean;
  /** How the feed writes it; none of these says anything else. */
  dress: Dress;
}

export type Subject = "initiative" | "moratorium" | "fish";
export type Dress = "plain" | "spaced" | "tracked" | "http" | "guid";
export const DRESSES = ["plain", "spaced", "tracked", "http", "guid"] as const satisfies readonly Dress[];

/** What a key and a reading look like in a message. */
export const READING = /\bfile (K\d+) reading (\d+)\b/g;

/** The feed's own side of the story. */
export interface News {
  readonly pieces: readonly Piece[];
  publish(subject: Subject, day: string): Piece;
  /** The items that the feed shows, the newest first. */
  shown(): readonly Piece[];
  document(): string;
  /** Lists the entries of the same day in another order. */
  shuffled: boolean;
}

export function createNews(): News {
  const pieces: Piece[] = [];
  const news: News = {
    pieces,
    shuffled: false,
    publish(subject, day) {
      const number = pieces.length + 1;
      const piece: Piece = {
        key: `K${number}`,
        number,
        subject,
        day,
        reading: 1,
        meeting: 1 + (number % 20),
        listed: true,
        gone: false,
        dress: "plain",
      };
      pieces.push(piece);
      return piece;
    },
    shown: () =>
      pieces
        .filter(({ listed, gone }) => listed && !gone)
        .toReversed()
        .slice(0, WINDOW),
    document: () => rss(news.shown().map(written)),
  };
  return news;
}

/** Titles of different items have to differ by more than a word, or they would be taken for one story. */
function titleOf({ number, subject, key, reading }: Piece): string {
  const [first, second, third] = [word(number), word(number + 1100), word(number + 2200)];
  const opening = {
    initiative: `E-commerce negotiators look at ${first} ${second}`,
    moratorium: `Moratorium on electronic transmissions: ${first} ${second}`,
    fish: `Fisheries talks about ${first} ${second}`,
  }[subject];
  return `${opening} ${third} in file ${key} reading ${reading}`;
}

function written(piece: Piece): RssItem {
  const { number, subject, day, meeting, dress } = piece;
  const stem = subject === "fish" ? "fish" : "ecom";
  const link = wtoLink(stem, day, number);
  const about = {
    initiative: "the e-commerce negotiations",
    moratorium: "the moratorium on customs duties on electronic transmissions",
    fish: "fisheries subsidies",
  }[subject];
  const space = dress === "spaced" ? "  \n " : " ";
  return {
    title: titleOf(piece).replaceAll(" ", space),
    link: dress === "tracked" ? `${link}?utm_source=rss` : dress === "http" ? link.replace("https:", "http:") : link,
    description: `Members went through the file on ${about}.${space}The next plenary meeting will be held on ${meeting} July 2027.`,
    day,
    ...(dress === "guid" ? { guid: `wto-${number}-again` } : {}),
  };
}

const SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zu"];

/** A word of three syllables, another one for each of 3375 numbers. */
function word(number: number): string {
  const mixed = (number * 1009 + 211) % 3375;
  return [mixed, Math.floor(mixed / 15), Math.floor(mixed / 225)].map((part) => SYLLABLES[part % 15] ?? "ba").join("");
}
