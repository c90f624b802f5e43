import type { APIEmbed } from "discord.js";
import type { Post } from "../../model/post.ts";
import { buttonRows, type ButtonRow } from "./components.ts";
import { digestEmbed } from "./digest-embed.ts";
import { itemEmbed } from "./item-embed.ts";
import { LIMITS } from "./limits.ts";
import { markOf } from "./mark.ts";
import { noteEmbeds } from "./note-embed.ts";

/** The part of a message that posting and correcting share. */
export interface MessageBody {
  readonly embeds: APIEmbed[];
  /** Also where there are none, so that a correction takes away those that there were. */
  readonly components: readonly ButtonRow[];
  /** Nobody is ever notified, whatever the text says. */
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
}

/**
 * A post as the body of a Discord message, within every limit of `LIMITS` for any input. Its last footer bears the
 * delivery's mark.
 */
export function renderMessage(post: Post, deliveryId: string): MessageBody {
  return {
    embeds: embedsOf(post, markOf(deliveryId)),
    components: post.kind === "note" ? buttonRows(post.buttons ?? []) : [],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

function embedsOf(post: Post, mark: string): APIEmbed[] {
  switch (post.kind) {
    case "item":
      return [itemEmbed(post, mark, LIMITS.total)];
    case "digest":
      return [digestEmbed(post, mark)];
    case "note":
      return noteEmbeds(post, mark);
  }
}
