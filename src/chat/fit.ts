const ELLIPSIS = "…";

/**
 * Text of at most `max` UTF-16 code units, which is never less strict than counting characters or code points. Longer
 * text is cut after a whole word and ends in an ellipsis. Where one word fills more than half of the room it is cut
 * itself, between two characters as a reader sees them.
 */
export function fitText(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = max - ELLIPSIS.length;
  if (room < 0) return "";
  const cut = lastWordEnd(text, room) ?? lastCharacterEnd(text, room);
  return `${text.slice(0, cut).replace(DANGLING, "")}${ELLIPSIS}`;
}

/** Where the last whole word ends within `room`, unless that gives up half of the room. */
function lastWordEnd(text: string, room: number): number | undefined {
  const start = Math.floor(room / 2);
  const blank = text.slice(start, room + 1).search(LAST_BLANK);
  return blank === -1 || start + blank === 0 ? undefined : start + blank;
}

function lastCharacterEnd(text: string, room: number): number {
  let end = 0;
  for (const { index, segment } of CHARACTERS.segment(text.slice(0, room + LONGEST_CHARACTER))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return end;
}

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Enough to see that a family emoji with its joiners goes on beyond the cut. */
const LONGEST_CHARACTER = 64;
const LAST_BLANK = /\s+\S*$/u;
/** Punctuation that announces what is now missing. */
const DANGLING = /[\s,;:([–—-]+$/u;
