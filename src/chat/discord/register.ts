import { z } from "zod";
import type { OfferedCommand } from "../../model/ask.ts";
import type { Log } from "../../model/log.ts";
import type { Api } from "./api.ts";
import { applicationCommands, sameCommands } from "./commands.ts";
import { applicationAnswer } from "./wire.ts";

/**
 * Offers the commands in every server and in direct messages, where Discord does not have them as they are already. What
 * goes wrong is only told in the log: posting does not need it.
 */
export async function registerCommands(
  offered: readonly OfferedCommand[],
  { api, chat, log }: { readonly api: Api; readonly chat: string; readonly log: Log },
  signal: AbortSignal,
): Promise<void> {
  const doing = `${chat}: offering the commands`;
  try {
    const asked = { method: "GET", route: "/oauth2/applications/@me", answer: applicationAnswer, doing } as const;
    const { id } = await api.call(asked, signal);
    const route = `/applications/${id}/commands` as const;
    const answer = z.array(z.unknown());
    const query = { with_localizations: "true" };
    const there = await api.call({ method: "GET", route, query, answer, doing }, signal);
    const wanted = applicationCommands(offered);
    if (sameCommands(wanted, there)) return;
    await api.call({ method: "PUT", route, body: wanted, answer, doing }, signal);
    log.info({ chat, commands: wanted.map(({ name }) => name) }, "discord: commands offered");
  } catch (error) {
    if (!signal.aborted) log.warn({ chat, error }, "discord: commands can't be offered");
  }
}
