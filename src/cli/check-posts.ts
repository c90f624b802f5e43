import { channelsNamed, openAdapters } from "../app.ts";
import type { ChatAdapter, Finding } from "../chat/adapter.ts";
import { note } from "../delivery/notes.ts";
import type { Language } from "../model/language.ts";
import type { Settings } from "../settings.ts";
import { newId } from "../store/ids.ts";
import type { World } from "../world.ts";

const TITLE: Readonly<Record<Language, string>> = {
  en: "A test of Tradepost, which takes this away again",
  fr: "Un essai de Tradepost, qui retire aussitôt ce message",
  es: "Una prueba de Tradepost, que retira enseguida este mensaje",
};

/** Posts a line to each channel and takes it away again: the proof that nothing is missing. A finding for each. */
export async function checkPosts({ config, log }: Settings, world: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const chat of config.chats) {
    const channels = channelsNamed(config, chat.name);
    if (channels.length === 0) continue;
    const tools = { clock: world.clock, log, print: world.print };
    await using adapters = await openAdapters({ ...config, chats: [chat] }, tools);
    const adapter = adapters.byName.get(chat.name);
    for (const channel of channels)
      if (adapter !== undefined) findings.push(await tryPost(adapter, channel, config.language, world.signal));
  }
  return findings;
}

async function tryPost(
  adapter: ChatAdapter,
  channel: string,
  language: Language,
  signal: AbortSignal,
): Promise<Finding> {
  const subject = `test post in ${channel}`;
  const id = newId();
  let messageId: string | undefined;
  try {
    ({ messageId } = await adapter.send(
      note(language, "neutral", TITLE[language]),
      { channel, id, replyTo: undefined, silent: true },
      signal,
    ));
    if (adapter.remove === undefined)
      return { ok: true, subject, detail: "posted; it can't be taken away there", remedy: undefined };
    await adapter.remove({ channel, deliveryId: id, messageId }, signal);
    return { ok: true, subject, detail: "posted, and taken away again", remedy: undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // The message of an adapter's error has its remedy.
    return messageId === undefined
      ? { ok: false, subject, detail: reason, remedy: undefined }
      : { ok: true, subject, detail: `posted, and stays: ${reason}`, remedy: "Delete it by hand." };
  }
}
