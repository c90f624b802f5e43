import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { openApp } from "../app.ts";
import { answerText } from "../chat/terminal/answer-text.ts";
import type { ManageCommand } from "../commands/manage/change.ts";
import { RequestError } from "../commands/request-error.ts";
import { placeWords } from "../commands/typed.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";

/** What was typed behind the name of a command for managers. */
export interface Wish {
  readonly words: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** `chat/channel`. */
  readonly channel: string;
}

/**
 * Changes what a channel gets, as its managers do in the chat: whoever hosts the bot is one. A bot that runs takes it up
 * within half a minute. Throws RequestError where it can't be understood.
 */
export async function manage(command: ManageCommand, wish: Wish, settings: Settings, world: World): Promise<void> {
  const { config, rules } = settings;
  const chat = config.chats.find(({ name }) => wish.channel.startsWith(`${name}/`))?.name;
  if (chat === undefined) {
    const known = config.chats.map(({ name }) => `${name}/…`).join(", ");
    throw new RequestError(`Say in which channel: --channel ${known}`);
  }
  const context = { topics: rules.topics, language: config.language };
  const values = placeWords(command, wish.words, wish.named, context);
  await using app = await openApp(settings, { ...world, lines: undefined }, "beside");
  const name = userInfo().username;
  const question = {
    id: randomUUID(),
    channel: wish.channel.slice(chat.length + 1),
    workspace: undefined,
    asker: { id: name, name, mayManage: async () => true },
    language: undefined,
    asked: { kind: "command", command: command.name, values },
  } as const;
  const reply = await app.deskOf(chat).ask(question, world.signal);
  if (reply?.isRefusal === true) throw new RequestError(reply.answer.title);
  if (reply !== undefined) world.print(answerText(reply.answer, (page) => `--page ${page}`));
}
