import { channelId } from "../delivery/channel.ts";
import type { Asked, Desk, OfferedCommand, Option, Question, Reply, Typing } from "../model/ask.ts";
import type { Language } from "../model/language.ts";
import type { Log } from "../model/log.ts";
import type { Clock, Millis } from "../model/time.ts";
import { newId } from "../store/ids.ts";
import { keepQuestion, readQuestion } from "../store/questions.ts";
import type { AskTools } from "./command.ts";
import { deskWordsOf } from "./desk-words.ts";
import { COMMANDS } from "./index.ts";
import type { Management, ManageTools } from "./manage/change.ts";
import { MANAGING } from "./manage/index.ts";
import { pressed } from "./manage/undo.ts";
import { refinementsOf } from "./refinements.ts";
import { privateReply } from "./replies.ts";
import { RequestError } from "./request-error.ts";
import { suggestionsFor } from "./suggest.ts";
import { understand, type Understood } from "./typed-line.ts";
import { flagOf } from "./values.ts";

/** What answering the questions of one chat needs. */
export interface DeskTools {
  /** The chat's name in the configuration. */
  readonly chat: string;
  /** What look-ups read at a moment. */
  readonly ask: (at: Millis) => Promise<AskTools>;
  readonly management: Management;
  readonly clock: Clock;
  readonly log: Log;
}

const SHARE: Option = {
  name: "share",
  kind: "flag",
  summary: { en: deskWordsOf("en").share, fr: deskWordsOf("fr").share, es: deskWordsOf("es").share },
  required: false,
};

/** Everything that can be asked in a chat. */
const OFFERED: readonly OfferedCommand[] = [
  ...COMMANDS.map((command) => ({ ...command, options: [...command.options, SHARE] })),
  ...MANAGING,
];

/** So many questions are remembered, to tell which is delivered twice: those of minutes, while platforms repeat within seconds. */
const REMEMBERED = 2_000;

/** The desk of one chat. */
export function createDesk(tools: DeskTools): Desk {
  const seen = new Set<string>();
  return {
    commands: OFFERED,
    async ask(question, signal) {
      if (seen.has(question.id)) return undefined;
      seen.add(question.id);
      for (const oldest of seen) {
        if (seen.size <= REMEMBERED) break;
        seen.delete(oldest);
      }
      let language = question.language ?? tools.management.configured.language;
      try {
        const at = await toolsFor(question, tools);
        ({ language } = at);
        return await answerTo(question, at, tools, signal);
      } catch (error) {
        signal.throwIfAborted();
        return failed(error, question, language, tools);
      }
    },
    async suggest({ command, option, text, language }: Typing) {
      try {
        const at = await tools.ask(tools.clock.now());
        const known = OFFERED.find((one) => one.name === command);
        return known === undefined
          ? []
          : await suggestionsFor(known, option, text, language === undefined ? at : { ...at, language });
      } catch (error) {
        tools.log.warn({ chat: tools.chat, command, option, error }, "no suggestions");
        return [];
      }
    },
    removed: (workspace) => tools.management.removed(tools.chat, workspace),
  };
}

/** In the asker's language where the platform tells it, else in the channel's. */
async function toolsFor({ channel, language }: Question, { chat, ask, clock }: DeskTools): Promise<AskTools> {
  const at = await ask(clock.now());
  const own = at.channels.find((one) => one.id === channelId(chat, channel))?.language;
  return { ...at, language: language ?? own ?? at.language };
}

async function answerTo(
  question: Question,
  at: AskTools,
  tools: DeskTools,
  signal: AbortSignal,
): Promise<Reply | undefined> {
  const { asked } = question;
  if (asked.kind === "page") return await turnPage(asked, question, at, tools);
  if (asked.kind === "button") return await pressed(asked.id, question, managing(question, at, tools, signal));
  const understood: Understood = asked.kind === "typed" ? understand(asked.text, OFFERED, at) : asked;
  const managed = MANAGING.find((one) => one.name === understood.command);
  if (managed !== undefined) {
    if (!(await question.asker.mayManage())) throw new RequestError(deskWordsOf(at.language).notManager);
    return await managed.run(understood.values, managing(question, at, tools, signal));
  }
  const { command, values } = understood;
  const shared = flagOf("share", { values });
  return await lookUp({ command, values, page: 1, sheet: 0, shared, replaces: false }, question, at, tools);
}

interface LookUp extends Understood {
  readonly page: number;
  readonly sheet: Reply["place"]["sheet"];
  readonly shared: boolean;
  readonly replaces: boolean;
  /** Where its question is kept already. */
  readonly token?: string;
}

async function lookUp(wanted: LookUp, question: Question, at: AskTools, tools: DeskTools): Promise<Reply> {
  const { command: name, values, page, sheet, shared, replaces, token } = wanted;
  const words = deskWordsOf(at.language);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new RequestError(words.unknownCommand(name));
  const { share: _, ...asked } = values;
  const answer = await command.run({ values: asked, page }, at);
  return {
    answer,
    audience: shared ? "channel" : "asker",
    askedBy: shared ? words.askedBy(question.asker.name) : undefined,
    buttons: [],
    refinements: shared ? [] : await refinementsOf(name, asked, at),
    place: { page, pages: answer.page?.pages ?? 1, sheet },
    keep: async () => {
      if (token !== undefined) return token;
      const { language } = at;
      const channel = channelId(tools.chat, question.channel);
      const kept = { command: name, values: asked, language, channelId: channel, askerId: question.asker.id, shared };
      return await keepQuestion(at.db, kept, at.now);
    },
    replaces,
  };
}

/** Who asked turns the pages of the answer itself; anybody else gets the page for themselves. */
async function turnPage(
  asked: Extract<Asked, { kind: "page" }>,
  question: Question,
  at: AskTools,
  tools: DeskTools,
): Promise<Reply> {
  const { token, page, sheet } = asked;
  const kept = await readQuestion(at.db, token);
  if (kept === undefined) throw new RequestError(deskWordsOf(at.language).tooOld);
  const { command, values, askerId, shared, language } = kept;
  const own = askerId === question.asker.id;
  const wanted = { command, values, page, sheet, shared: shared && own, replaces: own, ...(own && { token }) };
  return await lookUp(wanted, question, { ...at, language: own ? language : at.language }, tools);
}

function managing(
  question: Question,
  at: AskTools,
  { management, chat, log }: DeskTools,
  signal: AbortSignal,
): ManageTools {
  const { channel, workspace } = question;
  const place = { id: channelId(chat, channel), chat, channel, workspace };
  return { ...at, ...management, question: question.id, asker: question.asker, place, log, signal };
}

/** A request that can't be understood is answered with what to type; a fault of ours with where the log has more. */
function failed(error: unknown, { asked }: Question, language: Language, { chat, log }: DeskTools): Reply {
  if (error instanceof RequestError) return refusal(error.message, language);
  const reference = newId().slice(0, 8);
  log.error({ reference, chat, asked, error }, "a question could not be answered");
  return refusal(deskWordsOf(language).failed(reference), language);
}

function refusal(title: string, language: Language): Reply {
  return privateReply({ title, language }, { isRefusal: true });
}
