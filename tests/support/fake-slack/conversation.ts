import { createHmac } from "node:crypto";
import type { SocketMode } from "./socket-mode.ts";
import { blockErrors, tooLong } from "./block-kit.ts";
import { asList, asText, isObject, type Json } from "./json.ts";
import { seen } from "./reader.ts";

/** A button that a person sees. */
export interface SeenButton {
  readonly label: string;
  readonly id: string;
  readonly value: string;
}

/** An answer as it came: with the acknowledgement or by the response address. */
export interface SeenAnswer {
  /** Only who asked sees it. */
  readonly isPrivate: boolean;
  /** It took the place of the message whose button was pressed. */
  readonly replaces: boolean;
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly pings: readonly string[];
  readonly buttons: readonly SeenButton[];
  readonly blocks: readonly unknown[];
}

/** A person at work in a channel. */
export interface Person {
  readonly user: string;
  readonly name: string;
  readonly channel: string;
  readonly team?: string;
}

export interface Conversation {
  /** Types `/wto TEXT`; resolves when it is answered, undefined where it was acknowledged and no more. */
  type(text: string, person?: Partial<Person>, trigger?: string): Promise<SeenAnswer | undefined>;
  /** Presses a button of an answer or, with `isPrivate: false`, of a message in the channel. */
  press(button: SeenButton, person?: Partial<Person>, isPrivate?: boolean): Promise<SeenAnswer | undefined>;
  /** An event of the workspace. */
  event(event: Json, team?: string): Promise<void>;
  /** Takes a request at a response address; false for any other path. */
  take(path: string, body: string): number | undefined;
  /** The response addresses given so far take nothing any more. */
  expire(): void;
}

/** How the bot is reached: by a socket's envelope, or by a signed request. Resolves with the acknowledgement's body. */
export type Deliver = (type: "slash_commands" | "interactive" | "events_api", payload: Json) => Promise<unknown>;

const ANA: Person = { user: "U0ANA", name: "ana", channel: "C0TRADENEWS", team: "T0FAKE" };
/** docs.slack.dev/interactivity/handling-user-interaction#message_responses: five times within 30 minutes. */
const USES = 5;

/** Slack's side of slash commands and buttons (docs.slack.dev/interactivity). */
export function conversation(origin: () => string, deliver: () => Deliver): Conversation {
  const waiting = new Map<string, { uses: number; take: (answer: SeenAnswer) => void }>();
  let serial = 0;

  function responseUrl(): { readonly url: string; readonly answered: Promise<SeenAnswer> } {
    const path = `/response/${(serial += 1)}`;
    const { promise, resolve } = Promise.withResolvers<SeenAnswer>();
    waiting.set(path, { uses: USES, take: resolve });
    return { url: origin() + path, answered: promise };
  }

  /** The first answer, wherever it comes; nothing where none comes within a moment of the bare acknowledgement. */
  async function answerOf(acked: unknown, answered: Promise<SeenAnswer>): Promise<SeenAnswer | undefined> {
    if (isObject(acked) && (acked["text"] !== undefined || acked["blocks"] !== undefined)) return shown(acked);
    return await Promise.race([answered, silence()]);
  }

  return {
    async type(text, person = {}, trigger = `trigger.${(serial += 1)}`) {
      const { user, name, channel, team = "T0FAKE" } = { ...ANA, ...person };
      const { url, answered } = responseUrl();
      const payload = {
        command: "/wto",
        text,
        user_id: user,
        user_name: name,
        channel_id: channel,
        channel_name: "trade-news",
        team_id: team,
        team_domain: "fake",
        api_app_id: "A0TRADEPOST",
        is_enterprise_install: "false",
        trigger_id: trigger,
        response_url: url,
        token: "legacy",
      };
      return await answerOf(await inTime(deliver()("slash_commands", payload)), answered);
    },
    async press(button, person = {}, isPrivate = true) {
      const { user, name, channel, team = "T0FAKE" } = { ...ANA, ...person };
      const { url, answered } = responseUrl();
      const payload = {
        type: "block_actions",
        user: { id: user, username: name, name, team_id: team },
        api_app_id: "A0TRADEPOST",
        token: "legacy",
        container: { type: "message", message_ts: "1.2", channel_id: channel, is_ephemeral: isPrivate },
        trigger_id: `trigger.${(serial += 1)}`,
        team: { id: team, domain: "fake" },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: channel, name: "trade-news" },
        response_url: url,
        actions: [
          {
            type: "button",
            block_id: "b",
            action_id: button.id,
            value: button.value,
            text: { type: "plain_text", text: button.label },
            action_ts: "1.3",
          },
        ],
      };
      return await answerOf(await inTime(deliver()("interactive", payload)), answered);
    },
    async event(event, team = "T0FAKE") {
      const payload = {
        type: "event_callback",
        token: "legacy",
        team_id: team,
        api_app_id: "A0TRADEPOST",
        event_id: `Ev${(serial += 1)}`,
        event_time: 1,
        event,
      };
      await inTime(deliver()("events_api", payload));
    },
    take(path, body) {
      const address = waiting.get(path);
      if (address === undefined) return path.startsWith("/response/") ? 404 : undefined;
      if (address.uses === 0) return 404;
      address.uses -= 1;
      address.take(shown(JSON.parse(body)));
      return 200;
    },
    expire() {
      for (const address of waiting.values()) address.uses = 0;
    },
  };
}

/** docs.slack.dev/interactivity/implementing-slash-commands: three seconds, then the person is told that it failed. */
async function inTime<T>(acked: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("operation_timeout: not acknowledged within 3 seconds")), 3_000);
  try {
    return await Promise.race([acked, promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function silence(): Promise<undefined> {
  await new Promise((resolve) => {
    setTimeout(resolve, 4_000).unref();
  });
  return undefined;
}

function shown(body: unknown): SeenAnswer {
  if (!isObject(body)) throw new Error("an answer must be an object");
  const blocks = asList(body["blocks"]);
  const errors = [...blockErrors(blocks), ...(tooLong(blocks) ? ["msg_blocks_too_long"] : [])];
  if (errors.length > 0) throw new Error(`invalid_blocks: ${errors.join("; ")}`);
  const message = seen({
    ts: "1.1",
    threadTs: undefined,
    user: "bot",
    text: asText(body["text"]),
    blocks,
    metadata: undefined,
    parse: "none",
    mrkdwn: true,
    edited: false,
  });
  return {
    isPrivate: body["response_type"] !== "in_channel",
    replaces: body["replace_original"] === true,
    text: message.text,
    links: message.links,
    pings: message.pings,
    buttons: buttonsIn(blocks),
    blocks,
  };
}

/** The buttons of a message. */
export function buttonsIn(blocks: readonly unknown[]): readonly SeenButton[] {
  const rows = blocks.filter(isObject).filter((block) => block["type"] === "actions");
  return rows
    .flatMap((row) => asList(row["elements"]))
    .filter(isObject)
    .map((element) => ({
      label: isObject(element["text"]) ? asText(element["text"]["text"]) : "",
      id: asText(element["action_id"]),
      value: asText(element["value"]),
    }));
}

/** Over Socket Mode: an envelope, delivered once more where `twice` says so. */
export function bySocket(sockets: SocketMode): Deliver {
  return async (type, payload) => await sockets.deliver(type, payload);
}

/** Over HTTP: a request signed as Slack signs it (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function byHttp(address: string, secret: string, now: () => number = Date.now): Deliver {
  return async (type, payload) => {
    const isEvent = type === "events_api";
    const fields = type === "interactive" ? { payload: JSON.stringify(payload) } : asFields(payload);
    const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(fields).toString();
    const timestamp = String(Math.floor(now() / 1000));
    const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
    const answer = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": isEvent ? "application/json" : "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": signature,
        connection: "close",
      },
      body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the bot answered ${answer.status}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

function asFields(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
}
