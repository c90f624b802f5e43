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
const UPDATES = 3;

/**
 * One news item as an embed of at most `room` characters by Discord's count, `room` being at least 300.
 * @param mark what the footer ends in, where this is the message's last embed
 */
export function itemEmbed(post: ItemPost, mark: string | undefined, room: number): APIEmbed {
  const title = inertMarkdown(post.headline, Math.min(LIMITS.title, Math.floor(room / 3))) || "—";
  const footer = footerText(post, mark, Math.min(SOURCE, Math.floor(room / 6)));
  let left = room - title.length - footer.length;
  const updates = updateFields(post, Math.floor(left / 4));
  left -= sizeOf(updates);
  const facts = factFields(post, LIMITS.fields - updates.length, Math.floor(left / 2));
  left -= sizeOf(facts);
  const fields = [...facts, ...updates];
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
function footerText(post: ItemPost, mark: string | undefined, max: number): string {
  const parts = [plainLine(post.source, max), plainLine(post.published?.text ?? "", max), mark ?? ""];
  return parts.filter((part) => part !== "").join(" · ");
}

function sizeOf(fields: readonly APIEmbedField[]): number {
  return fields.reduce((sum, field) => sum + field.name.length + field.value.length, 0);
}

function factFields(post: ItemPost, most: number, room: number): APIEmbedField[] {
  const fields: APIEmbedField[] = [];
  let left = room;
  for (const fact of post.facts.slice(0, most)) {
    if (left < 2 * SHORTEST_LINE) break;
    const name = inertMarkdown(fact.label, Math.min(LIMITS.fieldName, Math.floor(left / 2))) || "—";
    const value = inertMarkdown(fact.value, Math.min(LIMITS.fieldValue, left - name.length));
    if (value === "") continue;
    fields.push({ name, value, inline: value.length <= INLINE_FACT });
    left -= name.length + value.length;
  }
  return fields;
}

/**
 * What was corrected, the latest first, as fields, since only those stand below the facts: the moment is the name, up to
 * the first colon that a blank follows.
 */
function updateFields(post: ItemPost, room: number): APIEmbedField[] {
  const fields: APIEmbedField[] = [];
  let left = room;
  for (const update of post.updates.toReversed()) {
    if (left < 2 * SHORTEST_LINE || fields.length === UPDATES) break;
    const [, moment = "", changes = update.text] = /^(.{1,80}?:) (.+)$/.exec(update.text) ?? [];
    const name = `✏️ ${inertMarkdown(moment, Math.floor(left / 2) - "✏️ ".length)}`.trim();
    const value = inertMarkdown(changes, Math.min(LIMITS.fieldValue, left - name.length));
    if (value === "") continue;
    fields.push({ name, value, inline: false });
    left -= name.length + value.length;
  }
  return fields;
}

/** Points, then topics; where room is short the points give way. */
function itemText(post: ItemPost, room: number): string {
  const topics = topicsLine(post, Math.floor(room / 4));
  const points = pointLines(post, room - (topics === "" ? 0 : topics.length + 2));
  return [points, topics].filter((part) => part !== "").join("\n\n");
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
