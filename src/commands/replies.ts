import type { Answer } from "../model/answer.ts";
import type { Reply } from "../model/ask.ts";

/** What a private reply says: a sentence at least. */
export interface PrivateAnswer extends Pick<Answer, "language" | "title"> {
  readonly entries?: Answer["entries"];
}

/** A reply of one page that only who asked sees. */
export function privateReply(
  { language, title, entries = [] }: PrivateAnswer,
  more: Partial<Pick<Reply, "buttons" | "isRefusal">> = {},
): Reply {
  return {
    answer: { language, title, entries, page: undefined, notes: [] },
    audience: "asker",
    askedBy: undefined,
    buttons: [],
    refinements: [],
    place: { page: 1, pages: 1, sheet: 0 },
    keep: async () => "",
    replaces: false,
    ...more,
  };
}
