import type { APIEmbed, APIEmbedField } from "discord.js";
import type { ItemPost, NoveltyLine, Update } from "../../model/post.ts";
import { COLOURS } from "./colours.ts";
import { LIMITS } from "./limits.ts";
import { inertMarkdown, linkTarget, momentText, plainLine } from "./markup.ts";

/** Below this a line says too little to be worth its place. */
const SHORTEST_LINE = 24;
/** Facts longer than this stand on a line of their own. */
const INLINE_FACT = 40;
const SOURCE = 200;
const UPDATES = 3;
const LABEL = 80;
const NOVELTY = 300;
const NOVELTIES = 6;

/**
 * One news item as an embed of at most `room` characters by Discord's count, `room` being at least 300.
 * @param mark what the footer ends in, where this is the message's last embed
 */
export function itemEmbed(post: ItemPost, mark: string | undefined, room: number): APIEmbed {
  const title = strikeIf(
    post,
    inertMarkdown(post.headline, Math.min(LIMITS.title, Math.floor(room / 3)) - STRIKE) || "—",
  );
  const footer = footerText(post, mark, Math.min(SOURCE, Math.floor(room / 6)));
  let left = room - title.length - footer.length;
  const updates = updateFields(post, Math.floor(left / 4));
  left -= sizeOf(updates);
  const facts = factFields(post, LIMITS.fields - updates.length, Math.floor(left / 2));
  left -= sizeOf(facts);
  const fields = [...facts, ...updates];
  const taken = retractionText(post, Math.floor(left / 3));
  const rest = itemText(post, Math.min(LIMITS.description, left) - (taken === "" ? 0 : taken.length + 2));
  const description = [taken, rest].filter((part) => part !== "").join("\n\n");
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

/** What the signs around struck text take. */
export const STRIKE = "~~~~".length;

/** Text struck through where its post was taken back. */
export function strikeIf({ retracted }: ItemPost, text: string): string {
  return retracted === undefined || text === "" ? text : `~~${text}~~`;
}

/** Says who took the post back, and why; empty where nobody did. */
export function retractionText({ retracted }: ItemPost, max: number): string {
  if (retracted === undefined) return "";
  const whole = momentText(retracted.text, retracted.moment);
  return `⛔ **${whole.length + 7 <= max ? whole : inertMarkdown(retracted.text, max - 7)}**`;
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
    const value = strikeIf(post, inertMarkdown(fact.value, Math.min(LIMITS.fieldValue, left - name.length) - STRIKE));
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
    const { name, value } = updateField(update, left);
    if (value === "") continue;
    fields.push({ name, value, inline: false });
    left -= name.length + value.length;
  }
  return fields;
}

/** With its moment in each reader's own zone where there is room; names of fields show none. */
function updateField({ text, moment }: Update, room: number): { readonly name: string; readonly value: string } {
  const at = moment === undefined ? -1 : text.indexOf(moment.shown);
  const whole = at < 0 ? "" : momentText(text.slice(at), moment);
  const head = at < 0 ? "" : inertMarkdown(text.slice(0, at), LABEL);
  if (whole !== "" && whole.length + head.length + "✏️ ".length <= Math.min(LIMITS.fieldValue, room))
    return { name: `✏️ ${head}`.trim(), value: whole };
  const [, told = "", changes = text] = /^(.{1,80}?:) (.+)$/.exec(text) ?? [];
  const name = `✏️ ${inertMarkdown(told, Math.floor(room / 2) - "✏️ ".length)}`.trim();
  return { name, value: inertMarkdown(changes, Math.min(LIMITS.fieldValue, room - name.length)) };
}

/** Points, what is new in the process, topics; where room is short the points give way. */
function itemText(post: ItemPost, room: number): string {
  const topics = topicsLine(post, Math.floor(room / 4));
  const novelties = noveltyText(post, (post.novelties ?? []).slice(0, NOVELTIES), Math.floor(room / 3));
  const others = [topics, novelties].reduce((sum, part) => sum + (part === "" ? 0 : part.length + 2), 0);
  const points = pointLines(post, room - others);
  return [points, novelties, topics].filter((part) => part !== "").join("\n\n");
}

/** What is new in the item's process, a line each, with both sources; a line that has no room whole is left out. */
export function noveltyText(post: ItemPost, novelties: readonly NoveltyLine[], max: number): string {
  const lines = novelties.map(({ text, sources }) => {
    const links = sources.flatMap(({ text: name, url }) => {
      const target = linkTarget(url);
      return target === undefined ? [] : [`[${inertMarkdown(name, LABEL)}](${target})`];
    });
    const told = strikeIf(post, `**${inertMarkdown(text, NOVELTY)}**`);
    return links.length === 0 ? `🆕 ${told}` : `🆕 ${told} (${links.join(" · ")})`;
  });
  return joinWithin(lines, "\n", max);
}

function pointLines(post: ItemPost, room: number): string {
  const lines: string[] = [];
  let left = room;
  for (const point of post.points) {
    if (left < SHORTEST_LINE) break;
    const text = strikeIf(post, inertMarkdown(point, left - "- \n".length - STRIKE));
    if (text === "") continue;
    lines.push(`- ${text}`);
    left -= text.length + "- \n".length;
  }
  return lines.join("\n");
}
