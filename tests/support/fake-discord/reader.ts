import { readMarkdown, type Shown } from "./markdown.ts";
import type { Embed, Message } from "./world.ts";

/** A message as a reader of the channel sees it. */
export interface ReadMessage {
  readonly id: string;
  readonly authorId: string;
  /** Every word that shows, in reading order. */
  readonly text: string;
  readonly links: Shown["links"];
  readonly pings: readonly string[];
  /** As the bot gave it; readers don't see it. */
  readonly nonce: string | undefined;
  readonly replyTo: string | undefined;
  readonly edited: boolean;
}

export function readMessage(message: Message): ReadMessage {
  const bare = (message.flags & 4) !== 0;
  const parts = [readMarkdown(message.content), ...(bare ? [] : message.embeds.flatMap(embedParts))];
  return {
    id: message.id,
    authorId: message.authorId,
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join("\n"),
    links: parts.flatMap(({ links }) => links),
    pings: message.pings,
    nonce: message.nonce,
    replyTo: message.replyTo,
    edited: message.editedAt !== undefined,
  };
}

/** Title, description and fields know markdown; the names of an author and a footer are shown as they are. */
function embedParts(embed: Embed): readonly Shown[] {
  const title = readMarkdown(embed.title ?? "");
  return [
    { text: embed.author?.name ?? "", links: [] },
    {
      text: title.text,
      links: [...title.links, ...(embed.url === undefined ? [] : [{ text: title.text, url: embed.url }])],
    },
    readMarkdown(embed.description ?? ""),
    ...(embed.fields ?? []).flatMap(({ name, value }) => [readMarkdown(name), readMarkdown(value)]),
    { text: embed.footer?.text ?? "", links: [] },
  ];
}
