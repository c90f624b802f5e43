import { foldedWords } from "../../model/fold.ts";
import type { Post } from "../../model/post.ts";
import { plainLine } from "./markup.ts";
import type { MessageBody } from "./render.ts";
import type { ChannelAnswer } from "./wire.ts";

/** "Start Thread in Forum or Media Channel": name. Source: https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
const NAME = 100;
/** The same: applied_tags. */
const TAGS = 5;
/** Channel flag REQUIRE_TAG. Source: https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const REQUIRE_TAG = 1 << 4;

/** The body that opens a thread with a post as its first message, tagged by the forum's own tags. */
export function threadBody(post: Post, message: MessageBody, forum: ChannelAnswer, flags: number): object {
  return {
    name: plainLine(nameOf(post), NAME) || "WTO",
    message: { ...message, ...(flags === 0 ? {} : { flags }) },
    applied_tags: tagsFor(post, forum),
  };
}

function nameOf(post: Post): string {
  return post.kind === "item" ? post.headline : post.title;
}

/**
 * The forum's tags that bear the name of one of the post's topics, at most five. Where the forum wants a tag and none
 * fits, its first one: a post without it would be refused, and be lost to its readers.
 */
export function tagsFor(post: Post, { available_tags, flags }: ChannelAnswer): readonly string[] {
  const tags = (available_tags ?? []).filter(({ moderated }) => moderated !== true);
  const names = new Set(topicsOf(post).map(folded));
  const fitting = tags.filter(({ name }) => names.has(folded(name))).slice(0, TAGS);
  const [first] = tags;
  if (fitting.length === 0 && ((flags ?? 0) & REQUIRE_TAG) !== 0 && first !== undefined) return [first.id];
  return fitting.map(({ id }) => id);
}

function topicsOf(post: Post): readonly string[] {
  const items = post.kind === "item" ? [post] : post.kind === "digest" ? post.entries : post.items;
  return items.flatMap(({ topics }) => topics.flatMap(({ id, label }) => [id, label]));
}

function folded(text: string): string {
  return foldedWords(text)
    .map(({ word }) => word)
    .join(" ");
}
