import type { Button } from "./button.ts";
import type { Language } from "./language.ts";
import type { Day, Millis } from "./time.ts";

/** A topic as shown: already in the reader's language. */
export interface TopicTag {
  readonly id: string;
  readonly label: string;
  readonly emoji: string;
}

/** One line of what the source states: a meeting, the participants, a target. Label and value are in the reader's language. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A day to show: ISO for programs, and as the reader's language writes it. */
export interface ShownDay {
  readonly day: Day;
  readonly text: string;
}

/** A moment inside a text: platforms that can show it in each reader's own zone as well. */
export interface ShownMoment {
  readonly at: Millis;
  /** As the text says it, once, in the zone of the configuration. */
  readonly shown: string;
}

/** Says that a post was changed after it was sent: "Updated 28 October 2022, 14:05: participants 86 → 87". */
export interface Update {
  readonly text: string;
  readonly moment?: ShownMoment;
}

/** An item that a line rests on: "before", linked to its page. */
export interface SourceLink {
  readonly text: string;
  readonly url: string | undefined;
}

/** What changed in the item's process since an earlier item, with both sources: "87 → 89 participants since 28 October 2022". */
export interface NoveltyLine {
  readonly text: string;
  readonly sources: readonly SourceLink[];
}

/** One news item, told in meaning and not in any platform's markup. All text is plain and untrusted: adapters make it inert. */
export interface ItemPost {
  readonly kind: "item";
  readonly language: Language;
  readonly headline: string;
  readonly url: string | undefined;
  readonly published: ShownDay | undefined;
  readonly points: readonly string[];
  readonly facts: readonly Fact[];
  /** Set against earlier items, and so never part of the brief. */
  readonly novelties?: readonly NoveltyLine[];
  readonly topics: readonly TopicTag[];
  /** The name of the source, linked to `url`: "WTO news". */
  readonly source: string;
  readonly updates: readonly Update[];
  /** Says who took the post back, when and why: everything else is then struck through. */
  readonly retracted?: Update;
}

/** Several items in one post, where they would come as a burst. */
export interface DigestPost {
  readonly kind: "digest";
  readonly language: Language;
  readonly title: string;
  /** What comes next: the coming meetings, one a line. */
  readonly next?: { readonly title: string; readonly lines: readonly string[] };
  readonly entries: readonly ItemPost[];
  /** Headings above entries: each stands before the entry at `from`, in order. */
  readonly sections?: readonly { readonly title: string; readonly from: number }[];
}

/** The bot speaking for itself: a welcome, a notice to the operators, a short reply to a corrected post. */
export interface NotePost {
  readonly kind: "note";
  readonly language: Language;
  readonly tone: "neutral" | "warning" | "good";
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly text: string; readonly url: string } | undefined;
  /** Briefs shown below the text, as they would be posted. */
  readonly items: readonly ItemPost[];
  /** What a person may do about it. */
  readonly buttons?: readonly Button[];
}

export type Post = ItemPost | DigestPost | NotePost;
