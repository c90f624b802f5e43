import type { APIEmbed } from "discord.js";
import type { DigestPost, ItemPost } from "../../model/post.ts";
import { COLOURS } from "./colours.ts";
import { joinWithin, topicsLine } from "./item-embed.ts";
import { LIMITS } from "./limits.ts";
import { inertMarkdown, maskedLink, plainLine } from "./markup.ts";

/** The least that an entry needs to show its headline with its link. */
const SMALLEST_ENTRY = 160;
const SOURCE = 200;

/** Several items as one embed: a paragraph each, with the headline as a link. What has no room is counted at the end. */
export function digestEmbed(post: DigestPost, mark: string): APIEmbed {
  const source = plainLine(post.entries[0]?.source ?? "", SOURCE);
  return {
    title: inertMarkdown(post.title, LIMITS.title) || "—",
    color: COLOURS.item,
    description: entriesText(post.entries) || "—",
    footer: { text: source === "" ? mark : `${source} · ${mark}` },
  };
}

function entriesText(entries: readonly ItemPost[]): string {
  const room = LIMITS.description - "… +99999".length;
  const shown = entries.slice(0, Math.floor(room / SMALLEST_ENTRY));
  const blocks: string[] = [];
  let left = room;
  for (const [index, entry] of shown.entries()) {
    const block = entryText(entry, Math.floor(left / (shown.length - index)) - "\n\n".length);
    blocks.push(block);
    left -= block.length + "\n\n".length;
  }
  const hidden = entries.length - shown.length;
  return [...blocks, ...(hidden === 0 ? [] : [`… +${hidden}`])].join("\n\n");
}

/** Headline, day and topics, corrections, facts, then points, as far as the room goes. */
function entryText(entry: ItemPost, room: number): string {
  const headline = `**${maskedLink(entry.headline, entry.url, room - 4) || "—"}**`;
  const line = Math.floor(room / 2);
  const head = [inertMarkdown(entry.published?.text ?? "", 60), topicsLine(entry, line)];
  const lines = [
    headline,
    head.filter((part) => part !== "").join(" · "),
    ...entry.updates.toReversed().map((update) => `✏️ *${inertMarkdown(update.text, line)}*`),
    ...entry.facts.map((fact) => `${inertMarkdown(fact.label, 80)}: ${inertMarkdown(fact.value, line)}`),
    ...entry.points.map((point) => inertMarkdown(point, line)),
  ];
  return joinWithin(
    lines.filter((text) => text !== ""),
    "\n",
    room,
  );
}
