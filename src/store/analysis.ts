import { z } from "zod";
import { type Analysis, MEETING_KINDS, MEETING_STATUSES } from "../model/analysis.ts";

const stored = z.object({
  relevant: z.boolean(),
  reasons: z.array(z.object({ rule: z.string(), words: z.string() })),
  topics: z.array(z.string()),
  meetings: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      kind: z.enum(MEETING_KINDS),
      status: z.enum(MEETING_STATUSES),
      body: z.string().exactOptional(),
      place: z.string().exactOptional(),
      quote: z.string(),
    }),
  ),
  monthMeetings: z
    .array(
      z.object({
        month: z.string(),
        kind: z.enum(MEETING_KINDS),
        status: z.enum(MEETING_STATUSES),
        quote: z.string(),
      }),
    )
    .optional(),
  participants: z.object({ count: z.number(), quote: z.string() }).optional(),
  targets: z.array(z.object({ what: z.string(), by: z.string(), quote: z.string() })),
  people: z.array(z.object({ name: z.string(), role: z.string(), country: z.string().nullable() })),
  documents: z.array(z.string()),
  processes: z.array(z.string()).optional(),
  article: z
    .discriminatedUnion("read", [
      z.object({ read: z.literal(true) }),
      z.object({ read: z.literal(false), reason: z.string() }),
    ])
    .optional(),
  brief: z.object({
    headline: z.string(),
    points: z.array(z.string()),
    model: z.object({ name: z.string(), refused: z.string().exactOptional() }).exactOptional(),
  }),
});

/** What is stored can't be read. It stays so however often it is tried. */
export class StoredDataError extends Error {
  override readonly name = "StoredDataError";
}

/** The JSON text under which an analysis is stored. */
export function encodeAnalysis(analysis: Analysis): string {
  return JSON.stringify(analysis);
}

/**
 * Reads a stored analysis. `row` names where the text stands, for example an item's id and language; it is only used in
 * the error, which is thrown where the text is not what `encodeAnalysis` writes.
 */
export function decodeAnalysis(json: string, row = "unnamed"): Analysis {
  try {
    const analysis = stored.parse(JSON.parse(json));
    const { processes, monthMeetings, article, ...rest } = analysis;
    return {
      ...rest,
      participants: analysis.participants,
      ...(processes && { processes }),
      ...(monthMeetings && { monthMeetings }),
      ...(article && { article }),
    };
  } catch (error) {
    throw new StoredDataError(
      `The stored analysis (row: ${row}) cannot be read. The database was changed by other hands.`,
      {
        cause: error,
      },
    );
  }
}
