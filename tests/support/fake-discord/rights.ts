// Bits: https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
const BITS = {
  "View Channel": 1n << 10n,
  "Send Messages": 1n << 11n,
  "Embed Links": 1n << 14n,
  "Read Message History": 1n << 16n,
  "Mention Everyone": 1n << 17n,
  "Send Messages in Threads": 1n << 38n,
} as const;

export type RightName = keyof typeof BITS;

export const ALL_RIGHTS: readonly RightName[] = [
  "View Channel",
  "Send Messages",
  "Embed Links",
  "Read Message History",
  "Mention Everyone",
  "Send Messages in Threads",
];

export function bitsOf(rights: readonly RightName[]): bigint {
  return rights.reduce((sum, right) => sum | BITS[right], 0n);
}
