import type { Millis } from "../../model/time.ts";

/** The first moment of 2015 in UTC, from which Discord's ids count. Source: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH: Millis = 1_420_070_400_000;

/** The smallest id that Discord could give at a moment. */
export function snowflakeAt(moment: Millis): string {
  const sinceEpoch = Math.max(0, Math.floor(moment) - DISCORD_EPOCH);
  return (BigInt(sinceEpoch) << 22n).toString();
}

/** Whether a text can be one of Discord's ids: 17 to 20 digits. */
export function isSnowflake(text: string): boolean {
  return /^[1-9]\d{16,19}$/.test(text);
}
