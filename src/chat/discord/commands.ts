import type { OfferedCommand, Option, OptionKind, Told } from "../../model/ask.ts";

/**
 * The application commands that offer what can be asked: `/wto` for everybody, `/wto-admin` for who may manage channels,
 * since Discord knows permissions on top-level commands alone.
 * Source: https://docs.discord.com/developers/interactions/application-commands
 */
export function applicationCommands(offered: readonly OfferedCommand[]): readonly ApplicationCommand[] {
  const groups = [
    { name: "wto", summary: ASK, commands: offered.filter(({ audience }) => audience === "everyone"), managers: false },
    {
      name: "wto-admin",
      summary: MANAGE,
      commands: offered.filter(({ audience }) => audience === "managers"),
      managers: true,
    },
  ];
  return groups
    .filter(({ commands }) => commands.length > 0)
    .map(({ name, summary, commands, managers }) => ({
      name,
      type: CHAT_INPUT,
      ...described(summary),
      options: commands.slice(0, MOST).map(subcommand),
      contexts: managers ? [IN_SERVER] : [IN_SERVER, IN_DIRECT_MESSAGE],
      default_member_permissions: managers ? MANAGE_CHANNELS : null,
    }));
}

export interface ApplicationCommand extends Described {
  readonly name: string;
  readonly type: number;
  readonly options: readonly CommandOption[];
  readonly contexts: readonly number[];
  readonly default_member_permissions: string | null;
}

export interface CommandOption extends Described {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly min_value?: number;
  readonly options?: readonly CommandOption[];
}

interface Described {
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
}

const ASK: Told = {
  en: "Ask about WTO news on e-commerce and digital trade",
  fr: "Interroger les nouvelles de l’OMC sur le commerce électronique",
  es: "Preguntar por las noticias de la OMC sobre comercio electrónico",
};
const MANAGE: Told = {
  en: "Choose what WTO news this channel gets",
  fr: "Choisir les nouvelles de l’OMC que reçoit ce canal",
  es: "Elegir qué noticias de la OMC recibe este canal",
};

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const IN_SERVER = 0;
const IN_DIRECT_MESSAGE = 1;
/** Bits: https://docs.discord.com/developers/topics/permissions */
const MANAGE_CHANNELS = String(1 << 4);
/** "Application Command Structure": options, and "Application Command Option Structure": choices. */
const MOST = 25;
/** The same: description. */
const DESCRIPTION = 100;
const TEXT = 3;
const INTEGER = 4;
const BOOLEAN = 5;

/** Of these, values are offered while they are typed: there are more of them than choices may be listed. */
const SUGGESTED: ReadonlySet<OptionKind> = new Set(["topic", "topics", "when", "process", "source", "digest", "quiet"]);

function subcommand({ name, summary, options }: OfferedCommand): CommandOption {
  // Discord wants those that must be given before the others.
  const ordered = [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)];
  return { name, type: SUBCOMMAND, ...described(summary), options: ordered.slice(0, MOST).map(commandOption) };
}

function commandOption({ name, kind, summary, required, choices = [] }: Option): CommandOption {
  const listed = kind === "choice" && choices.length <= MOST;
  return {
    name,
    type: kind === "flag" ? BOOLEAN : kind === "count" ? INTEGER : TEXT,
    ...described(summary),
    required,
    ...(listed ? { choices: choices.map((value) => ({ name: value, value })) } : {}),
    ...(SUGGESTED.has(kind) || (kind === "choice" && !listed) ? { autocomplete: true } : {}),
    ...(kind === "count" ? { min_value: 1 } : {}),
  };
}

/** Locales: https://docs.discord.com/developers/reference#locales */
function described({ en, fr, es }: Told): Described {
  return {
    description: fitted(en),
    description_localizations: { fr: fitted(fr), "es-ES": fitted(es), "es-419": fitted(es) },
  };
}

function fitted(text: string): string {
  return text.length <= DESCRIPTION ? text : `${text.slice(0, DESCRIPTION - 1)}…`;
}

/** Whether Discord has exactly these commands: what it adds of itself, and what it leaves out as usual, is no difference. */
export function sameCommands(wanted: readonly ApplicationCommand[], there: readonly unknown[]): boolean {
  return wanted.length === there.length && wanted.every((command) => there.some((one) => holds(one, command)));
}

function holds(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(there) && there.length === wanted.length && wanted.every((one, at) => holds(there[at], one));
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof there !== "object" || there === null) return false;
    const found: ReadonlyMap<string, unknown> = new Map(Object.entries(there));
    return Object.entries(wanted).every(([name, value]) => holds(found.get(name), value));
  }
  return (there ?? false) === (wanted ?? false);
}
