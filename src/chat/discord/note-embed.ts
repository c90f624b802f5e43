import type { APIEmbed } from "discord.js";
import type { NotePost } from "../../model/post.ts";
import { COLOURS } from "./colours.ts";
import { itemEmbed } from "./item-embed.ts";
import { LIMITS } from "./limits.ts";
import { inertMarkdown, maskedLink } from "./markup.ts";

/** The note's own share of the message where it shows items as well. */
const NOTE_BESIDE_ITEMS = 2400;
/** Said besides by the colour, which not everybody sees. */
const TONES = { neutral: "", warning: "⚠️ ", good: "✅ " } as const;

/** The bot's own words, and below them the items that they show, each as an embed of its own. */
export function noteEmbeds(post: NotePost, mark: string): APIEmbed[] {
  const shown = post.items.slice(0, LIMITS.embeds - 1);
  const tone = TONES[post.tone];
  const title = `${tone}${inertMarkdown(post.title, LIMITS.title - tone.length) || "—"}`;
  const room = shown.length === 0 ? LIMITS.description : NOTE_BESIDE_ITEMS - title.length;
  const description = noteText(post, post.items.length - shown.length, room);
  const note: APIEmbed = {
    title,
    color: COLOURS[post.tone],
    ...(description === "" ? {} : { description }),
    ...(shown.length === 0 ? { footer: { text: mark } } : {}),
  };
  const each = Math.floor((LIMITS.total - NOTE_BESIDE_ITEMS) / Math.max(1, shown.length));
  return [note, ...shown.map((item, at) => itemEmbed(item, at === shown.length - 1 ? mark : undefined, each))];
}

function noteText(post: NotePost, hidden: number, room: number): string {
  const tail = [
    ...(post.link === undefined ? [] : [maskedLink(post.link.text, post.link.url, Math.floor(room / 2))]),
    ...(hidden === 0 ? [] : [`… +${hidden}`]),
  ];
  let left = room - tail.join("\n\n").length - "\n\n".length;
  const paragraphs: string[] = [];
  for (const paragraph of post.paragraphs) {
    const text = inertMarkdown(paragraph, left);
    if (text !== "") paragraphs.push(text);
    left -= text.length + "\n\n".length;
    if (left < 0) break;
  }
  return [...paragraphs, ...tail].filter((part) => part !== "").join("\n\n");
}
