import type { Millis } from "../../model/time.ts";
import type { ChannelAnswer, MemberAnswer, RolesAnswer } from "./wire.ts";

/** The bot's rights that matter here, by the names that Discord's settings show. Bits: https://docs.discord.com/developers/topics/permissions */
export const RIGHTS = {
  "View Channel": 1n << 10n,
  "Send Messages": 1n << 11n,
  "Embed Links": 1n << 14n,
  "Read Message History": 1n << 16n,
  "Send Messages in Threads": 1n << 38n,
} as const;
export type Right = keyof typeof RIGHTS;

const ADMINISTRATOR = 1n << 3n;
const EVERYTHING = (1n << 64n) - 1n;
const IN_TIMEOUT = RIGHTS["View Channel"] | RIGHTS["Read Message History"];

/** Who the rights are for, and where. */
export interface Standing {
  readonly botId: string;
  readonly guildId: string;
  readonly member: MemberAnswer;
  readonly roles: RolesAnswer;
  /** The channel whose overwrites hold: for a thread, its parent. */
  readonly channel: ChannelAnswer;
  readonly now: Millis;
}

/**
 * The bot's permission bits in a channel, by Discord's own rule: roles, then the overwrites for everyone, for its roles,
 * and for itself. Source: https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export function permissionsIn(standing: Standing): bigint {
  const own = new Set([standing.guildId, ...standing.member.roles]);
  const base = union(standing.roles.filter((role) => own.has(role.id)).map((role) => role.permissions));
  if ((base & ADMINISTRATOR) !== 0n) return EVERYTHING;
  const overwrites = standing.channel.permission_overwrites ?? [];
  const steps = [
    overwrites.filter((overwrite) => overwrite.id === standing.guildId),
    overwrites.filter((overwrite) => overwrite.type === 0 && standing.member.roles.includes(overwrite.id)),
    overwrites.filter((overwrite) => overwrite.type === 1 && overwrite.id === standing.botId),
  ];
  const bits = steps.reduce(
    (sum, step) => (sum & ~union(step.map(({ deny }) => deny))) | union(step.map(({ allow }) => allow)),
    base,
  );
  return inTimeout(standing) ? bits & IN_TIMEOUT : bits;
}

/** Which of the wanted rights are missing. Who can't view a channel has no other right in it. */
export function missingRights(bits: bigint, wanted: readonly Right[]): readonly Right[] {
  const sees = (bits & RIGHTS["View Channel"]) !== 0n;
  return wanted.filter((right) => !sees || (bits & RIGHTS[right]) === 0n);
}

function inTimeout({ member, now }: Standing): boolean {
  const until = member.communication_disabled_until;
  return until != null && Date.parse(until) > now;
}

function union(bits: readonly string[]): bigint {
  return bits.reduce((sum, text) => sum | BigInt(text), 0n);
}
