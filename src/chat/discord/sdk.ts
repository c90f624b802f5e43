import type * as DiscordModule from "discord.js";

/** discord.js as loaded: it is imported only where Discord is used, and then handed on. */
export type Discord = typeof DiscordModule;
