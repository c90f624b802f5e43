import type { APIEmbed, APIEmbedField } from "discord.js";
import type { ItemPost } from "../../model/post.ts";
import { COLOURS } from "./colours.ts";
import { LIMITS } from "./limits.ts";
import { inertMarkdown, linkTarget, plainLine } from "./markup.ts";

/** Below this a line says too little to be worth its place. */
const SHORTEST_LINE = 24;
/** Facts longer than this stand on a line of their own. */
const INLINE_FACT = 40;
const SOURCE = 200;

/**
 * One news item as an embed of at most `room` characters by Discord's count, `room` being at least 300.
 * @param mark what the footer ends in, where this is the message's last embed
 */
export function itemEmbed(post: ItemPost, mark: string | undefined, room: number): APIEmbed {
  const title = inertMarkdown(post.headline, Math.min(LIMITS.title, Math.floor(room / 3))) || "—";
  const footer = footerText(post, mark);
  let left = room - title.length - footer.length;
  const fields = factFields(post, Math.floor(left / 2));
  left -= fields.reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  const description = itemText(post, Math.min(LIMITS.description, left));
  const url = linkTarget(post.url);
  return {
    title,
    ...(url === undefined ? {} : { url }),
    color: COLOURS.item,
    ...(description === "" ? {} : { description }),
    ...(fields.length === 0 ? {} : { fields }),
    ...(footer === "" ? {} : { footer: { text: footer } }),
  };
}

/** The topics of an item as one line. */
export function topicsLine(post: ItemPost, max: number): string {
  const tags = post.topics.map((tag) => inertMarkdown(`${tag.emoji} ${tag.label}`, max)).filter((tag) => tag !== "");
  return joinWithin(tags, " · ", max);
}

/** As many of the parts, from the first on, as have room. */
export function joinWithin(parts: readonly string[], between: string, max: number): string {
  let line = "";
  for (const part of parts) {
    const longer = line === "" ? part : `${line}${between}${part}`;
    if (longer.length > max) break;
    line = longer;
  }
  return line;
}

/** Where the item is from and its day: as text, since the WTO gives no hour that a timestamp could show. */
function footerText(post: ItemPost, mark: string | undefined): string {
  const parts = [plainLine(post.source, SOURCE), plainLine(post.published?.text ?? "", SOURCE), mark ?? ""];
  return parts.filter((part) => part !== "").join(" · ");
}

function factFields(post: ItemPost, room: number): APIEmbedField[] {
  const fields: APIEmbedField[] = [];
  let left = room;
  for (const fact of post.facts.slice(0, LIMITS.fields)) {
    if (left < 2 * SHORTEST_LINE) break;
    const name = inertMarkdown(fact.label, Math.min(LIMITS.fieldName, Math.floor(left / 2))) || "—";
    const value = inertMarkdown(fact.value, Math.min(LIMITS.fieldValue, left - name.length));
    if (value === "") continue;
    fields.push({ name, value, inline: value.length <= INLINE_FACT });
    left -= name.length + value.length;
  }
  return fields;
}

/** Points, then topics, then what was corrected; where room is short the points give way. */
function itemText(post: ItemPost, room: number): string {
  const topics = topicsLine(post, Math.floor(room / 4));
  const updates = post.updates.map((update) => `✏️ *${inertMarkdown(update.text, Math.floor(room / 4) - 6)}*`);
  const shownUpdates = joinWithin(updates.toReversed(), "\n", Math.floor(room / 2));
  const tail = [topics, shownUpdates].filter((part) => part !== "").join("\n\n");
  const points = pointLines(post, room - (tail === "" ? 0 : tail.length + 2));
  return [points, tail].filter((part) => part !== "").join("\n\n");
}

function pointLines(post: ItemPost, room: number): string {
  const lines: string[] = [];
  let left = room;
  for (const point of post.points) {
    if (left < SHORTEST_LINE) break;
    const text = inertMarkdown(point, left - "- \n".length);
    if (text === "") continue;
    lines.push(`- ${text}`);
    left -= text.length + "- \n".length;
  }
  return lines.join("\n");
}
