import { once } from "node:events";
import {
  Agent,
  createServer,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { Millis } from "../../src/model/time.ts";
import { lose } from "../support/fake-discord/faults.ts";
import type { Call, Dialect, PlatformAnswer } from "./dialect.ts";
import type { Journal } from "./journal.ts";
import type { Timeline } from "./timeline.ts";

export type Loss = Parameters<typeof lose>[1];

/** What becomes of a request on its way to the platform and back. */
export type Fate =
  /** The platform, or what stands before it, answers this and does nothing. */
  | { readonly kind: "refused"; readonly answer: PlatformAnswer }
  /** The answer is lost; the request is carried out so much later, or never. */
  | { readonly kind: "lost"; readonly how: Loss; readonly after: Millis | undefined }
  /** The answer takes its time. */
  | { readonly kind: "slow"; readonly by: Millis }
  /** The bot is killed when the request has arrived or been carried out; what had only arrived is carried out so much later, or never. */
  | { readonly kind: "killed"; readonly when: "arrived" | "stored"; readonly after: Millis | undefined };

/** Says which fate a call meets; undefined where none. */
export type Trouble = (call: Call) => Fate | undefined;

/** What stands between the bot and a platform, and does mischief. */
export interface Gate extends AsyncDisposable {
  readonly port: number;
  readonly dialect: Dialect;
  /** The troubles that last. */
  readonly troubles: Set<Trouble>;
  /** The fate of the next call that is fit for it. */
  readonly next: { readonly fits: (call: Call) => boolean; readonly fate: Fate }[];
  /** Messages younger than this don't show when a channel is read. */
  lag: Millis;
  /** Grows with each request and answer. */
  activity(): number;
  /** Requests that met a fate so far. */
  struck(): number;
  /** Requests under way that nobody answers. */
  hanging(): number;
  /** Whether connections are accepted. */
  open(on: boolean): Promise<void>;
}

export interface GateParts {
  /** The platform's port on 127.0.0.1. */
  readonly platform: number;
  readonly dialect: Dialect;
  readonly timeline: Timeline;
  readonly journal: Journal;
  /** Kills the bot; resolves when it is dead. */
  readonly kill: (why: string) => Promise<void>;
}

export async function openGate(parts: GateParts): Promise<Gate> {
  const { dialect, timeline, journal } = parts;
  const agent = new Agent({ keepAlive: true });
  const troubles = new Set<Trouble>();
  const next: Gate["next"] = [];
  const hanging = new Set<ServerResponse>();
  let activity = 0;
  let struck = 0;
  const server = createServer((request, response) => {
    activity += 1;
    serve(request, response)
      .catch(() => response.destroy())
      .finally(() => (activity += 1));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  function fateOf(call: Call): Fate | undefined {
    for (const trouble of troubles) {
      const fate = trouble(call);
      if (fate !== undefined) return fate;
    }
    const at = next.findIndex(({ fits }) => fits(call));
    return at === -1 ? undefined : next.splice(at, 1)[0]?.fate;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const call = dialect.read(request.method ?? "GET", request.url ?? "/", body);
    const fate = fateOf(call);
    if (fate !== undefined) struck += 1;
    const note = (text: string): void => {
      if (call.kind !== "other" || fate !== undefined) journal.note(`${call.text}: ${text}`, call.about);
    };
    const pass = async (): Promise<PlatformAnswer> => {
      const answer = await forward(request, body, call);
      note(`carried out, ${answer.status} ${answer.body.slice(0, 60)}`);
      return answer;
    };
    switch (fate?.kind) {
      case undefined:
        return write(response, await pass());
      case "refused":
        note(`refused, ${fate.answer.status} ${fate.answer.body.slice(0, 60)}`);
        return write(response, fate.answer);
      case "slow":
        note(`its answer takes ${fate.by} ms`);
        return hold(response, fate.by, await pass());
      case "killed":
        if (fate.when === "stored") await pass();
        await parts.kill(`${call.text} had ${fate.when}`);
        if (fate.when === "arrived") carryOutLater(fate.after, pass);
        return void response.destroy();
      case "lost": {
        note(
          `answer lost (${fate.how}), to be carried out ${fate.after === undefined ? "never" : `after ${fate.after} ms`}`,
        );
        const answer = fate.after === 0 ? await pass() : undefined;
        if (fate.after !== 0) carryOutLater(fate.after, pass);
        if (fate.how === "hang") hang(response);
        return lose(response, fate.how, answer?.body ?? dialect.success);
      }
    }
  }

  function carryOutLater(after: Millis | undefined, pass: () => Promise<unknown>): void {
    if (after !== undefined) timeline.later(after, async () => void (await pass()));
  }

  function hold(response: ServerResponse, by: Millis, answer: PlatformAnswer): void {
    hang(response);
    timeline.later(by, () => {
      hanging.delete(response);
      if (!response.destroyed) write(response, answer);
    });
  }

  function hang(response: ServerResponse): void {
    hanging.add(response);
    response.on("close", () => hanging.delete(response));
  }

  async function forward(request: IncomingMessage, body: Buffer, call: Call): Promise<PlatformAnswer> {
    const { method = "GET", url = "/", headers } = request;
    const passed = { ...headers, connection: "keep-alive", "content-length": String(body.length) };
    const options = { host: "127.0.0.1", port: parts.platform, method, path: url, headers: passed, agent };
    const outgoing = ask(options).end(body);
    const incoming = await responseOf(outgoing);
    const text = (await bodyOf(incoming)).toString();
    const shown = call.kind === "read" && gate.lag > 0 ? dialect.hideYounger(text, timeline.now() - gate.lag) : text;
    return { status: incoming.statusCode ?? 502, headers: kept(incoming), body: shown };
  }

  const gate: Gate = {
    port,
    dialect,
    troubles,
    next,
    lag: 0,
    activity: () => activity,
    struck: () => struck,
    hanging: () => hanging.size,
    async open(on) {
      if (on === server.listening) return;
      if (on) {
        server.listen(port, "127.0.0.1");
        await once(server, "listening");
      } else {
        server.close();
      }
      journal.note(`port ${on ? "opened" : "closed"}: ${dialect.name}`);
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
  return gate;
}

async function responseOf(request: ClientRequest): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.once("response", resolve).once("error", reject);
  return await promise;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function kept({ headers }: IncomingMessage): Record<string, string> {
  const names = Object.keys(headers).filter((name) => /^(?:content-type|retry-after|x-)/.test(name));
  return Object.fromEntries(names.map((name) => [name, String(headers[name])]));
}

function write(response: ServerResponse, { status, headers, body }: PlatformAnswer): void {
  response.writeHead(status, headers).end(body);
}
