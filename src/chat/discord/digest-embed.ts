import type { APIEmbed } from "discord.js";
import type { DigestPost, ItemPost } from "../../model/post.ts";
import { headingsAt, keyFacts, noveltiesBeside, sharedBy, type Shared } from "../digest-parts.ts";
import { COLOURS } from "./colours.ts";
import { joinWithin, noveltyText, retractionText, STRIKE, strikeIf, topicsLine } from "./item-embed.ts";
import { LIMITS } from "./limits.ts";
import { inertMarkdown, maskedLink, plainLine } from "./markup.ts";

/** The least that an entry needs to show its headline with its link. */
const SMALLEST_ENTRY = 160;
/** Below this a sentence says too little to be worth its place. */
const SHORTEST_SENTENCE = 40;
const FACTS = 3;
const ENTRY_NOVELTIES = 2;
/** So many meetings are named at the top. */
const NEXT = 8;
const NEXT_LINE = 150;
const LABEL = 80;
const SOURCE = 200;

/**
 * Several items as one embed: a paragraph each, with the headline as a link. What has no room is counted at the end; the
 * source and the day that all of them share stand in the footer only.
 */
export function digestEmbed(post: DigestPost, mark: string): APIEmbed {
  const shared = sharedBy(post.entries);
  const footer = [plainLine(shared.source, SOURCE), plainLine(shared.day, LABEL), mark];
  return {
    title: inertMarkdown(post.title, LIMITS.title) || "—",
    color: COLOURS.item,
    description: [nextText(post), entriesText(post, shared)].filter((part) => part !== "").join("\n\n") || "—",
    footer: { text: footer.filter((part) => part !== "").join(" · ") },
  };
}

/** What comes next, a line each; what has no room is counted. */
function nextText({ next }: DigestPost): string {
  if (next === undefined || next.lines.length === 0) return "";
  const shown = next.lines.slice(0, NEXT).map((line) => `- ${inertMarkdown(line, NEXT_LINE)}`);
  const more = next.lines.length > NEXT ? [`- … +${next.lines.length - NEXT}`] : [];
  return [`**${inertMarkdown(next.title, LABEL)}**`, ...shown, ...more].join("\n");
}

function entriesText(post: DigestPost, shared: Shared): string {
  const { entries } = post;
  const headings = (post.sections ?? []).length * (LABEL + "### \n".length);
  const room = LIMITS.description - "… +99999".length - nextText(post).length - "\n\n".length - headings;
  const shown = entries.slice(0, Math.floor(room / SMALLEST_ENTRY));
  const blocks: string[] = [];
  let left = room;
  for (const [index, entry] of shown.entries()) {
    const block = entryText(entry, shared, Math.floor(left / (shown.length - index)) - "\n\n".length);
    left -= block.length + "\n\n".length;
    const titles = headingsAt(post, index).map((title) => `### ${inertMarkdown(title, LABEL)}\n`);
    blocks.push(titles.join("") + block);
  }
  const hidden = entries.length - shown.length;
  return [...blocks, ...(hidden === 0 ? [] : [`… +${hidden}`])].join("\n\n");
}

/**
 * Headline, first sentence, the facts that matter in a line, day and topics, and the last correction. The sentence gets
 * what room the others leave.
 */
function entryText(entry: ItemPost, shared: Shared, room: number): string {
  const taken = retractionText(entry, Math.floor(room / 3));
  const linked = maskedLink(entry.headline, entry.url, room - taken.length - 6 - STRIKE) || "—";
  const headline = [taken, `**${strikeIf(entry, linked)}**`].filter((part) => part !== "").join("\n");
  let left = room - headline.length;
  const within = (line: string): string => {
    if (line === "" || line.length + 1 > left) return "";
    left -= line.length + 1;
    return line;
  };
  const line = Math.floor(room / 3);
  const about = within(aboutText(entry, shared, line));
  const update = within(updateText(entry, line));
  const novelty = within(noveltyText(entry, noveltiesBeside(entry, ENTRY_NOVELTIES), Math.floor(left / 2)));
  const facts = within(strikeIf(entry, factsLine(entry, Math.floor(left / 2) - STRIKE)));
  const sentence =
    left < SHORTEST_SENTENCE ? "" : within(strikeIf(entry, inertMarkdown(entry.points[0] ?? "", left - 1 - STRIKE)));
  return [headline, sentence, facts, novelty, about, update].filter((part) => part !== "").join("\n");
}

function aboutText(entry: ItemPost, shared: Shared, max: number): string {
  const parts = [
    shared.day === "" ? inertMarkdown(entry.published?.text ?? "", LABEL) : "",
    shared.source === "" ? inertMarkdown(entry.source, LABEL) : "",
    topicsLine(entry, max),
  ];
  return joinWithin(
    parts.filter((part) => part !== ""),
    " · ",
    max,
  );
}

function updateText(entry: ItemPost, max: number): string {
  const text = inertMarkdown(entry.updates.at(-1)?.text ?? "", max - "✏️ **".length);
  return text === "" ? "" : `✏️ *${text}*`;
}

function factsLine(entry: ItemPost, max: number): string {
  const facts = keyFacts(entry, FACTS).flatMap((fact) => {
    const value = inertMarkdown(fact.value, Math.floor(max / 2));
    const label = inertMarkdown(fact.label, LABEL);
    return value === "" ? [] : [label === "" ? value : `**${label}:** ${value}`];
  });
  return joinWithin(facts, " · ", max);
}
