import type { App } from "@slack/bolt";
import type { Asked, Desk, Question, Reply } from "../../model/ask.ts";
import type { Log } from "../../model/log.ts";
import type { Millis } from "../../model/time.ts";
import { early } from "../early.ts";
import { hasMore } from "../sheets.ts";
import { replyMessage, sheetFor, type SlackReply } from "./answer-blocks.ts";
import type { Managers } from "./managers.ts";
import { askedByButton, pressedFrom } from "./pressed.ts";

/** What bringing questions to the desk needs. */
export interface Listening {
  readonly desk: Desk;
  readonly managers: Managers;
  readonly log: Log;
  /** The name by which the configuration knows a channel of a workspace. */
  readonly channelName: (team: string, channel: string) => string;
  /** Forgets what a workspace gave when it installed the app. */
  readonly uninstalled: (workspace: string) => Promise<void>;
  readonly signal: AbortSignal;
}

const RESPONSE_TIMEOUT: Millis = 10_000;

/** Hears commands, buttons, and that the app was removed. */
export function listenOn(app: App, listening: Listening): void {
  app.command(/.*/, async ({ command, ack }) => {
    const { team_id: team, channel_id: channel, user_id: user, user_name: name, trigger_id } = command;
    const question = questionOf({ id: `command:${trigger_id}`, team, channel, user, name }, listening, {
      kind: "typed",
      text: command.text,
    });
    const answer = answerTo(question, listening);
    // An early answer goes with the acknowledgement, a later one follows by the response address.
    const first = await early(answer);
    if (first === "later") {
      await ack();
      const told = await answer;
      if (told !== undefined) await respond(command.response_url, bodyOf(told, false), listening);
    } else if (first === undefined) {
      await ack();
    } else {
      const { text, blocks } = first.message;
      await ack({ response_type: typeOf(first.reply), text, blocks });
    }
  });
  app.action(/.*/, async ({ body, ack }) => {
    await ack();
    const pressed = pressedFrom(body);
    if (pressed === undefined) return;
    const asked = askedByButton(pressed);
    if (asked === undefined) return;
    const told = await answerTo(
      questionOf({ ...pressed, id: `action:${pressed.trigger}` }, listening, asked),
      listening,
    );
    if (told === undefined) return;
    const replaces = told.reply.replaces || (asked.kind === "typed" && pressed.isPrivate);
    await respond(pressed.responseUrl, bodyOf(told, replaces), listening);
  });
  const removed = async (team: string): Promise<void> => {
    await listening.uninstalled(team);
    await listening.desk.removed(team);
  };
  app.event("app_uninstalled", async ({ body }) => await removed(body.team_id));
  app.event("tokens_revoked", async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await removed(body.team_id);
  });
}

interface Told {
  readonly reply: Reply;
  readonly message: SlackReply;
}

async function answerTo(question: Question, { desk, signal }: Listening): Promise<Told | undefined> {
  const reply = await desk.ask(question, signal);
  if (reply === undefined) return undefined;
  const sheet = sheetFor(reply);
  const token = hasMore(reply, sheet) ? await reply.keep() : undefined;
  return { reply, message: replyMessage(reply, sheet, token) };
}

function questionOf(
  from: {
    readonly id: string;
    readonly team: string;
    readonly channel: string;
    readonly user: string;
    readonly name: string;
  },
  { channelName, managers, signal }: Listening,
  asked: Asked,
): Question {
  const { id, team, channel, user, name } = from;
  return {
    id,
    channel: channelName(team, channel),
    workspace: team === "" ? undefined : team,
    asker: { id: user, name, mayManage: () => managers.mayManage({ team, channel, user }, signal) },
    language: undefined,
    asked,
  };
}

function typeOf({ audience }: Reply): "ephemeral" | "in_channel" {
  return audience === "channel" ? "in_channel" : "ephemeral";
}

function bodyOf({ reply, message }: Told, replaces: boolean): object {
  return { ...message, response_type: typeOf(reply), replace_original: replaces };
}

/** Answers by the address that came with the request. It lives for half an hour; what comes too late is only noted. */
async function respond(url: string, body: object, { log, signal }: Listening): Promise<void> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(RESPONSE_TIMEOUT)]),
    });
    if (!answer.ok) log.warn({ status: answer.status }, "slack did not take an answer");
  } catch (error) {
    if (!signal.aborted) log.warn({ error }, "slack did not take an answer");
  }
}
