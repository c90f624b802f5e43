import { invalidForm, isRecord, ok, refuse, type Answer } from "./answers.ts";
import { componentErrors } from "./component-rules.ts";
import { messageErrors } from "./message-rules.ts";
import { bitsOf } from "./rights.ts";
import type { Asked } from "./routes.ts";
import type { Embed, World } from "./world.ts";

/** A button as a reader sees it. */
export interface FakeButton {
  readonly label: string;
  readonly id: string;
}

/** What was said to an interaction, as it stands in the end. */
export interface Spoken {
  readonly isPrivate: boolean;
  /** It took the place of the message whose button was pressed. */
  readonly replaces: boolean;
  readonly embeds: readonly Embed[];
  readonly buttons: readonly FakeButton[];
  readonly pings: readonly string[];
}

/** A person who acts in a channel. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
  readonly channel: string;
  readonly locale?: string;
}

interface Open {
  readonly token: string;
  readonly since: number;
  answered: boolean;
  expired: boolean;
  kind: "none" | "message" | "deferred" | "update" | "suggestions";
  isPrivate: boolean;
  readonly tell: (what: Spoken | readonly string[]) => void;
}

/** Source: https://docs.discord.com/developers/interactions/receiving-and-responding */
export interface Interactions {
  /** Somebody acts; resolves with what was said, undefined where nothing was within a moment after the deadline. */
  act(type: 2 | 3 | 4, data: object, actor: Actor, message?: object): Promise<Spoken | readonly string[] | undefined>;
  /** The last interaction is delivered once more; resolves with what is said to it then. */
  again(): Promise<Spoken | readonly string[] | undefined>;
  /** Interactions that are open now take nothing any more. */
  expire(): void;
  /** Undefined where the request is about something else. */
  answer(asked: Asked): Answer | undefined;
}

/** "You must respond within 3 seconds". */
const DEADLINE = 3_000;
const PATIENCE = 5_000;
const EPHEMERAL = 64;

export function createInteractions(world: World, dispatch: (t: string, d: unknown) => void): Interactions {
  const open = new Map<string, Open>();
  let last: { readonly id: string; readonly payload: object } | undefined;

  async function deliver(id: string, payload: object): Promise<Spoken | readonly string[] | undefined> {
    const { promise, resolve } = Promise.withResolvers<Spoken | readonly string[] | undefined>();
    const token = `token-of-${id}`;
    const before = open.get(id);
    if (before === undefined)
      open.set(id, {
        token,
        since: Date.now(),
        answered: false,
        expired: false,
        kind: "none",
        isPrivate: false,
        tell: resolve,
      });
    setTimeout(resolve, before === undefined ? PATIENCE : 500, undefined).unref();
    dispatch("INTERACTION_CREATE", payload);
    return await promise;
  }

  return {
    async act(type, data, actor, message) {
      const id = world.ids.next();
      const user = { id: actor.id, username: actor.name, global_name: actor.name, discriminator: "0", avatar: null };
      const payload = {
        id,
        application_id: world.botId,
        type,
        token: `token-of-${id}`,
        version: 1,
        guild_id: world.guildId,
        channel_id: actor.channel,
        channel: { id: actor.channel, type: 0, guild_id: world.guildId, name: "news", permissions: "0" },
        guild: { id: world.guildId, locale: "en-US", features: [] },
        member: {
          user,
          roles: [],
          joined_at: "2026-01-05T09:00:00.000000+00:00",
          deaf: false,
          mute: false,
          flags: 0,
          permissions: (bitsOf(["View Channel", "Send Messages"]) | (actor.manages ? 1n << 4n : 0n)).toString(),
        },
        app_permissions: "0",
        locale: actor.locale ?? "en-GB",
        guild_locale: "en-US",
        entitlements: [],
        authorizing_integration_owners: {},
        context: 0,
        attachment_size_limit: 10_485_760,
        data,
        ...(message === undefined ? {} : { message }),
      };
      last = { id, payload };
      return await deliver(id, payload);
    },
    again: async () => (last === undefined ? undefined : await deliver(last.id, last.payload)),
    expire() {
      for (const one of open.values()) one.expired = true;
    },
    answer({ method, path, body }) {
      const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
      const [, id = "", token = ""] = callback ?? [];
      if (callback !== null && method === "POST") return call(open.get(id), token, body);
      const webhook = /^\/webhooks\/\d+\/([^/]+)\/messages\/(?:@|%40)original$/.exec(path);
      if (webhook === null) return undefined;
      const found = [...open.values()].find((one) => one.token === webhook[1]);
      if (found === undefined || found.expired) return refuse(404, 10015, "Unknown Webhook");
      return method === "PATCH" ? edit(found, body) : refuse(405, 0, "405: Method Not Allowed");
    },
  };

  function call(found: Open | undefined, token: string, body: unknown): Answer {
    if (found === undefined || found.token !== token || found.expired || Date.now() - found.since > DEADLINE)
      return refuse(404, 10062, "Unknown interaction");
    if (found.answered) return refuse(400, 40060, "Interaction has already been acknowledged.");
    const form = isRecord(body) ? body : {};
    const data = isRecord(form["data"]) ? form["data"] : {};
    const wrong = form["type"] === 8 ? [] : [...messageErrors(data), ...componentErrors(data["components"])];
    if (wrong.length > 0) return invalidForm(wrong);
    found.answered = true;
    found.isPrivate = (Number(data["flags"] ?? 0) & EPHEMERAL) !== 0;
    if (form["type"] === 8) found.tell(choicesIn(data["choices"]));
    if (form["type"] === 4) found.tell(spoken(data, found.isPrivate, false));
    if (form["type"] === 7) found.tell(spoken(data, true, true));
    found.kind = form["type"] === 5 ? "deferred" : "message";
    return { status: 204, body: undefined };
  }

  function edit(found: Open, body: unknown): Answer {
    const data = isRecord(body) ? body : {};
    const wrong = [...messageErrors(data), ...componentErrors(data["components"])];
    if (wrong.length > 0) return invalidForm(wrong);
    found.tell(spoken(data, found.isPrivate, false));
    return ok({
      id: world.ids.next(),
      channel_id: "1180000000000000101",
      type: 0,
      author: { id: world.botId, username: "tradepost", discriminator: "0001", avatar: null, bot: true },
      content: "",
      embeds: data["embeds"] ?? [],
      components: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      attachments: [],
      pinned: false,
      tts: false,
      flags: found.isPrivate ? EPHEMERAL : 0,
      timestamp: new Date(world.now()).toISOString(),
      edited_timestamp: null,
    });
  }
}

function spoken(data: Record<string, unknown>, isPrivate: boolean, replaces: boolean): Spoken {
  const mentions = isRecord(data["allowed_mentions"]) ? data["allowed_mentions"]["parse"] : undefined;
  return {
    isPrivate,
    replaces,
    embeds: Array.isArray(data["embeds"]) ? data["embeds"].filter((one): one is Embed => isRecord(one)) : [],
    buttons: buttonsIn(data["components"]),
    pings: Array.isArray(mentions) && mentions.length === 0 ? [] : ["whoever is mentioned"],
  };
}

/** The buttons of a message. */
export function buttonsIn(components: unknown): readonly FakeButton[] {
  const rows: readonly unknown[] = Array.isArray(components) ? components : [];
  return rows.filter(isRecord).flatMap((row) => {
    const inner: readonly unknown[] = Array.isArray(row["components"]) ? row["components"] : [];
    return inner.filter(isRecord).map((one) => ({ label: String(one["label"]), id: String(one["custom_id"]) }));
  });
}

function choicesIn(choices: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(choices) ? choices : [];
  return list.filter(isRecord).map((one) => String(one["value"]));
}
