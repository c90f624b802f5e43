import { READING, type News, type Piece } from "./news.ts";
import type { Place, Standing } from "./place.ts";
import { belongs, type Truth } from "./truth.ts";

/** Something that stands in a channel as it should not, or does not stand there. */
export interface Wrong {
  readonly kind: "lost" | "twice" | "out of order" | "stale" | "stray";
  readonly place: Place;
  /** The item, or the message where it belongs to none. */
  readonly about: string;
  readonly text: string;
}

interface Read {
  readonly message: Standing;
  readonly correction: boolean;
  readonly items: readonly { readonly key: string; readonly reading: number }[];
}

/** Compares what stands in the channels with what should, when nothing is under way any more. */
export function judge(news: News, places: readonly Place[], truth: Truth): readonly Wrong[] {
  const wrongs = places.flatMap((place) => judgePlace(news, place, truth));
  for (const piece of news.shown()) truth.sure.set(piece.key, piece.reading);
  return wrongs;
}

function judgePlace(news: News, place: Place, truth: Truth): readonly Wrong[] {
  const read = place.messages().map(readMessage);
  const shown = new Set(news.shown().map(({ key }) => key));
  return [
    ...strays(place, read),
    ...marksTwice(place, read),
    ...news.pieces.flatMap((piece) => judgePiece(news, piece, place, read, truth, shown.has(piece.key))),
    ...disorder(news, place, read, truth),
  ];
}

/** A digest ends or begins with the meetings to come, whoever told of them. */
const COMING = /^(?:• )?\d{1,2} [A-Z][a-z]+ \d{4}: .*$/gm;

function readMessage(message: Standing): Read {
  const items = Array.from(message.text.replaceAll(COMING, "").matchAll(READING), ([, key = "", reading]) => ({
    key,
    reading: Number(reading),
  }));
  return { message, correction: message.text.startsWith("Correction"), items };
}

function judgePiece(
  news: News,
  piece: Piece,
  place: Place,
  read: readonly Read[],
  truth: Truth,
  shown: boolean,
): readonly Wrong[] {
  const { key, reading } = piece;
  const wrong = (kind: Wrong["kind"], text: string): readonly Wrong[] => [{ kind, place, about: key, text }];
  const telling = read.filter(({ items }) => items.some((item) => item.key === key));
  const posts = telling.filter(({ correction }) => !correction);
  if (!belongs(truth, place, piece))
    return telling.length === 0 ? [] : wrong("stray", `${key} was not to be posted to ${place.channel}`);
  if (posts.length > 1) return wrong("twice", `${key} stands ${posts.length} times in ${place.channel}`);
  const { removedAt, byHand } = truth.of(place, key);
  // What left the feed's window before anybody looked is not known to the bot.
  if (posts.length === 0 && !shown && !truth.sure.has(key)) return [];
  if (posts.length === 0 && removedAt === undefined) return wrong("lost", `${key} is missing in ${place.channel}`);
  const wanted = shown ? reading : (truth.sure.get(key) ?? 1);
  // Nobody corrects a message that is gone, unless the item changes afterwards.
  if (posts.length === 0 && wanted <= (removedAt ?? 0)) return [];
  // Where the message can't be edited, a correction that stands by itself tells the latest wording.
  const told = removedAt !== undefined || byHand ? telling : posts;
  const latest = Math.max(
    0,
    ...told.flatMap(({ items }) => items.filter((item) => item.key === key).map((item) => item.reading)),
  );
  if (latest >= wanted && latest <= reading)
    return markWrong(piece, posts, news, shown) ? wrong("stale", markText(piece, place)) : [];
  return wrong("stale", `${key} stands in ${place.channel} in reading ${latest}, and ${wanted} is the latest`);
}

const WITHDRAWN = /No longer in the WTO feed since/;

/** Whether a post says that its item was withdrawn though it stands in the feed, or does not though older ones stand there. */
function markWrong(piece: Piece, posts: readonly Read[], news: News, shown: boolean): boolean {
  const [post] = posts;
  // In a digest nobody can tell whose mark it is.
  if (post === undefined || post.items.length !== 1) return false;
  const marked = WITHDRAWN.test(post.message.text);
  if (shown) return marked;
  return !piece.listed && !marked && news.shown().some(({ day }) => day < piece.day);
}

function markText({ key, listed }: Piece, { channel }: Place): string {
  return `${key} in ${channel} ${listed ? "says that it was withdrawn, and stands in the feed" : "does not say that it was withdrawn"}`;
}

function strays(place: Place, read: readonly Read[]): readonly Wrong[] {
  return read
    .filter(({ items, correction }) => items.length === 0 && !correction)
    .map(({ message }) => ({
      kind: "stray",
      place,
      about: message.id,
      text: `readers of ${place.channel} see "${message.text.slice(0, 80)}"`,
    }));
}

/** Whatever it says: one delivery makes one message. */
function marksTwice(place: Place, read: readonly Read[]): readonly Wrong[] {
  const marks = read.flatMap(({ message }) => message.mark ?? []);
  const twice = marks.filter((mark, at) => marks.indexOf(mark) !== at);
  return twice.map((mark) => ({
    kind: "twice",
    place,
    about: mark,
    text: `delivery ${mark} made more than one message in ${place.channel}`,
  }));
}

function disorder(news: News, place: Place, read: readonly Read[], truth: Truth): readonly Wrong[] {
  const wrongs: Wrong[] = [];
  let last: Piece | undefined;
  for (const { items } of read.filter(({ correction }) => !correction)) {
    const here = items
      .map(({ key }) => news.pieces.find((piece) => piece.key === key))
      .filter((piece) => piece !== undefined)
      .filter(({ key }) => !truth.of(place, key).byHand)
      .toSorted((a, b) => a.number - b.number);
    const [first] = here;
    if (first !== undefined && last !== undefined && first.number < last.number) {
      const text = `${first.key} stands after ${last.key} in ${place.channel}`;
      wrongs.push({ kind: "out of order", place, about: first.key, text });
    }
    last = here.at(-1) ?? last;
  }
  return wrongs;
}
