/** A time of day in some zone, in minutes since midnight. */
export type MinuteOfDay = number;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a digest goes out, in the channel's zone. */
export type DigestRhythm =
  | { readonly every: "day"; readonly at: MinuteOfDay }
  | { readonly every: "week"; readonly on: Weekday; readonly at: MinuteOfDay };

/** The hours in which a channel is left alone, in its zone. `until` is not part of them; they may go over midnight. */
export interface QuietHours {
  readonly from: MinuteOfDay;
  readonly until: MinuteOfDay;
}

/** Reads `daily 17:30` or `weekly mon 09:00`; undefined for anything else. */
export function parseDigest(text: string): DigestRhythm | undefined {
  const [how, ...rest] = text.trim().toLowerCase().split(/\s+/);
  const at = parseTime(rest.at(-1) ?? "");
  if (at === undefined) return undefined;
  if (how === "daily" && rest.length === 1) return { every: "day", at };
  const on = WEEKDAYS.find((day) => rest[0]?.startsWith(day));
  return how === "weekly" && rest.length === 2 && on !== undefined ? { every: "week", on, at } : undefined;
}

/** As `parseDigest` reads it. */
export function digestText(rhythm: DigestRhythm): string {
  const at = timeText(rhythm.at);
  return rhythm.every === "day" ? `daily ${at}` : `weekly ${rhythm.on} ${at}`;
}

/** Reads `20:00-07:00`; undefined for anything else, and where the hours are none. */
export function parseQuiet(text: string): QuietHours | undefined {
  const [from, until, ...more] = text.split(/[-–]/).map((part) => parseTime(part.trim()));
  if (from === undefined || until === undefined || more.length > 0 || from === until) return undefined;
  return { from, until };
}

/** As `parseQuiet` reads it. */
export function quietText({ from, until }: QuietHours): string {
  return `${timeText(from)}-${timeText(until)}`;
}

function parseTime(text: string): MinuteOfDay | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return Number(hour) * 60 + Number(minute);
}

/** A time of day: `09:00`. */
export function timeText(minutes: MinuteOfDay): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
