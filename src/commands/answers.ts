import type { Answer, Page, Span } from "../model/answer.ts";
import type { ShownDay } from "../model/post.ts";
import type { Day } from "../model/time.ts";
import { dayText } from "../delivery/dates.ts";
import type { AskTools, Request } from "./command.ts";
import { RequestError } from "./request-error.ts";
import { wordsOf } from "./words.ts";

/** An answer in pages. Says so where nothing was found. Throws RequestError where there is no such page. */
export function pagedAnswer(
  found: Pick<Answer, "title" | "entries"> & { readonly total: number; readonly notes?: readonly string[] },
  request: Request,
  size: number,
  { language }: AskTools,
): Answer {
  const { title, entries, total, notes = [] } = found;
  const words = wordsOf(language);
  const pages = Math.max(1, Math.ceil(total / size));
  if (request.page > pages) throw new RequestError(words.noPage(pages));
  const page: Page = { number: request.page, pages, offset: offsetOf(request, size), total };
  return { language, title, entries, page, notes: total === 0 ? [words.nothing, ...notes] : notes };
}

/** How many entries stand before the page that is asked for. */
export function offsetOf({ page }: Request, size: number): number {
  return (page - 1) * size;
}

/** Text without marks. */
export function plain(text: string): readonly Span[] {
  return [{ text, isMarked: false }];
}

/** A day as the language writes it; nothing for an item without one. */
export function shownDay(day: Day | null, { language }: AskTools): ShownDay | undefined {
  return day === null || day === "" ? undefined : { day, text: dayText(day, language) };
}
