import type {
  AutocompleteInteraction,
  ButtonBuilder as ButtonBuilderOf,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  CommandInteractionOption,
  Interaction,
} from "discord.js";
import type { Asked, Desk, Question, Reply } from "../../model/ask.ts";
import type { Language } from "../../model/language.ts";
import type { Log } from "../../model/log.ts";
import { early } from "../early.ts";
import { hasMore } from "../sheets.ts";
import { answerEmbed, sheetFor } from "./answer-embed.ts";
import { askedByButton, replyRows, type ButtonRow } from "./components.ts";
import type { Discord } from "./sdk.ts";

/** What bringing questions to the desk needs. */
export interface Listening {
  readonly desk: Desk;
  readonly discord: Discord;
  /** The chat's name in the configuration. */
  readonly chat: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Hears commands, buttons and typing, and that the bot was removed from a server. */
export function listenOn(client: Client, listening: Listening): void {
  const { discord, chat, log, signal, desk } = listening;
  client.on(discord.Events.InteractionCreate, (interaction) => {
    take(interaction, listening).catch((error: unknown) => {
      // Too late, answered already, or Discord is out of reach: nobody waits for this answer any more.
      if (!signal.aborted) log.warn({ chat, error }, "discord did not take an answer");
    });
  });
  // discord.js tells of a server that is only unavailable by another event: that is an outage and no removal.
  client.on(discord.Events.GuildDelete, ({ id }) => {
    desk.removed(id).catch((error: unknown) => log.error({ chat, guild: id, error }, "a removal could not be noted"));
  });
}

async function take(interaction: Interaction, listening: Listening): Promise<void> {
  if (interaction.isAutocomplete()) return await suggest(interaction, listening);
  if (interaction.isChatInputCommand()) return await answerCommand(interaction, listening);
  if (interaction.isButton()) await answerButton(interaction, listening);
}

async function suggest(interaction: AutocompleteInteraction, { desk, signal }: Listening): Promise<void> {
  const { name: option, value: text } = interaction.options.getFocused(true);
  const command = interaction.options.getSubcommand(false) ?? interaction.commandName;
  const language = languageOf(interaction.locale);
  const found = await desk.suggest({ channel: interaction.channelId, language, command, option, text }, signal);
  await interaction.respond(found.map(({ label, value }) => ({ name: label, value })));
}

async function answerCommand(interaction: ChatInputCommandInteraction, listening: Listening): Promise<void> {
  const command = interaction.options.getSubcommand(false) ?? interaction.commandName;
  const values = valuesOf(interaction.options.data);
  // Who may use /wto-admin is a matter of the server's settings, which Discord has looked at.
  const question = questionOf(interaction, { kind: "command", command, values }, async () => true);
  const answer = listening.desk.ask(question, listening.signal);
  const first = await early(answer);
  if (first === "later") {
    await interaction.deferReply(values["share"] === "true" ? {} : { flags: listening.discord.MessageFlags.Ephemeral });
    const reply = await answer;
    if (reply !== undefined) await interaction.editReply(await bodyOf(reply, listening.discord));
  } else if (first !== undefined) {
    await interaction.reply({ ...(await bodyOf(first, listening.discord)), ...flagsOf(first, listening.discord) });
  }
}

async function answerButton(interaction: ButtonInteraction, listening: Listening): Promise<void> {
  const asked = askedByButton(interaction.customId);
  if (asked === undefined) return;
  const { ManageChannels } = listening.discord.PermissionFlagsBits;
  const mayManage = async (): Promise<boolean> => interaction.memberPermissions?.has(ManageChannels) ?? false;
  const answer = listening.desk.ask(questionOf(interaction, asked, mayManage), listening.signal);
  const first = await early(answer);
  if (first === "later") {
    await interaction.deferReply({ flags: listening.discord.MessageFlags.Ephemeral });
    const reply = await answer;
    if (reply !== undefined) await interaction.editReply(await bodyOf(reply, listening.discord));
  } else if (first?.replaces === true) {
    await interaction.update(await bodyOf(first, listening.discord));
  } else if (first !== undefined) {
    await interaction.reply({ ...(await bodyOf(first, listening.discord)), ...flagsOf(first, listening.discord) });
  }
}

/** Only who asked sees a private answer. */
function flagsOf({ audience }: Reply, { MessageFlags }: Discord) {
  return audience === "asker" ? ({ flags: MessageFlags.Ephemeral } as const) : {};
}

async function bodyOf(reply: Reply, discord: Discord) {
  const sheet = sheetFor(reply);
  const token = hasMore(reply, sheet) ? await reply.keep() : undefined;
  return {
    embeds: [answerEmbed(sheet, reply.askedBy)],
    components: replyRows(reply, sheet, token).map((row) => sdkRow(row, discord)),
    allowedMentions: { parse: [] },
  };
}

/** discord.js wants its own classes. */
function sdkRow({ components }: ButtonRow, { ActionRowBuilder, ButtonBuilder, ButtonStyle }: Discord) {
  const buttons = components.map(({ custom_id, label }) =>
    new ButtonBuilder().setCustomId(custom_id).setLabel(label).setStyle(ButtonStyle.Secondary),
  );
  return new ActionRowBuilder<ButtonBuilderOf>().addComponents(buttons);
}

function questionOf(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  asked: Asked,
  mayManage: () => Promise<boolean>,
): Question {
  const { id, channelId, guildId, user, locale } = interaction;
  return {
    id: `interaction:${id}`,
    channel: channelId,
    workspace: guildId ?? undefined,
    asker: { id: user.id, name: user.displayName, mayManage },
    language: languageOf(locale),
    asked,
  };
}

/** What was chosen, by the names of the options; the subcommand's own options stand one level down. */
function valuesOf(data: readonly CommandInteractionOption[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    data.flatMap(({ name, value, options }) =>
      value === undefined ? Object.entries(valuesOf(options ?? [])) : [[name, String(value)]],
    ),
  );
}

function languageOf(locale: string): Language | undefined {
  const [language] = locale.split("-");
  return language === "en" || language === "fr" || language === "es" ? language : undefined;
}
