import type { APIEmbed } from "discord.js";
import type { Answer, Entry, Line, Span } from "../../model/answer.ts";
import type { Reply } from "../../model/ask.ts";
import { pageWordsOf } from "../../model/page-words.ts";
import { cleanSpans } from "../clean-spans.ts";
import { sheetOf, type Sheet } from "../sheets.ts";
import { COLOURS } from "./colours.ts";
import { LIMITS } from "./limits.ts";
import { inertMarkdown, linkTarget, momentText, plainLine } from "./markup.ts";

/** Nothing of an answer is cut: what is too long stands on the next sheet. */
const WHOLE = Infinity;

/** The sheet of a reply that is to be shown. */
export function sheetFor(reply: Reply): Sheet {
  return sheetOf(reply.answer, reply.place.sheet, (part) => answerText(part).length <= LIMITS.description);
}

/** One sheet of an answer as an embed. */
export function answerEmbed({ answer }: Sheet, askedBy: string | undefined): APIEmbed {
  const { page, entries, language } = answer;
  const shown =
    page === undefined || page.total === 0 || entries.length === 0
      ? ""
      : pageWordsOf(language).shown(page.offset + 1, page.offset + entries.length, page.total);
  const footer = [plainLine(askedBy ?? "", LIMITS.footer / 2), shown].filter((part) => part !== "").join(" · ");
  const text = answerText(answer);
  return {
    color: COLOURS.item,
    description: text.length <= LIMITS.description ? text : `${text.slice(0, LIMITS.description - 1)}…`,
    ...(footer === "" ? {} : { footer: { text: footer } }),
  };
}

/** The title stands in the text, where it has room whatever its length. */
function answerText({ title, entries, notes }: Answer): string {
  const heading = inertMarkdown(title, WHOLE);
  const parts = [
    entries.length === 0 ? heading : `**${heading}**`,
    ...entries.map(entryText),
    ...notes.map((note) => inertMarkdown(note, WHOLE)),
  ];
  return parts.filter((part) => part !== "").join("\n\n") || "—";
}

function entryText({ headline, url, day, lines }: Entry): string {
  const words = spansText(headline, "__");
  const target = linkTarget(url);
  const head = words === "" ? "" : target === undefined ? `**${words}**` : `**[${words}](${target})**`;
  const when = day === undefined ? "" : inertMarkdown(day.text, WHOLE);
  return [head, when, ...lines.map(lineText)].filter((line) => line !== "").join("\n");
}

function lineText(line: Line): string {
  switch (line.kind) {
    case "point":
      return `- ${spansText(line.spans, "**")}`;
    case "quote":
      return `> ${inertMarkdown(line.text, WHOLE)}`;
    case "fact":
      return `**${inertMarkdown(line.label, WHOLE)}:** ${momentText(line.value, line.moment)}`;
    case "source": {
      const target = linkTarget(line.url);
      const words = inertMarkdown(line.text, WHOLE);
      const day = line.day === undefined ? "" : ` · ${inertMarkdown(line.day.text, WHOLE)}`;
      return `${target === undefined ? words : `[${words}](${target})`}${day}`;
    }
  }
}

function spansText(spans: readonly Span[], sign: string): string {
  return cleanSpans(spans)
    .map(({ text, isMarked }) => {
      const inner = inertMarkdown(text, WHOLE);
      const words = isMarked && inner !== "" ? `${sign}${inner}${sign}` : inner;
      return `${/^\s/.test(text) ? " " : ""}${words}${/\s$/.test(text) && inner !== "" ? " " : ""}`;
    })
    .join("")
    .trim();
}
