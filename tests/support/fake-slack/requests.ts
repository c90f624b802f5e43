import type { IncomingMessage, ServerResponse } from "node:http";
import { METHODS, refusal, type Caller, type Method } from "./api.ts";
import { lose, type FakeFault } from "./faults.ts";
import type { FakeSlack, FakeSlackOptions } from "./fake-slack.ts";
import { asText, type Json } from "./json.ts";

/** A request as it arrived. */
export interface Requested {
  readonly method: string;
  readonly args: Json;
  /** Whether the caller keeps the connection: the header `connection`. */
  readonly connection: string | undefined;
}

/** What answering needs of the server. */
export interface Serving {
  readonly fake: FakeSlack;
  readonly caller: () => Caller;
  readonly faults: { readonly method: string; readonly fault: FakeFault; readonly strike: () => void }[];
  readonly requests: Requested[];
  readonly options: FakeSlackOptions;
  readonly now: () => number;
}

/** Reads one request of the Web API whole, carries it out, and answers it or meets the fault that waits for it. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://fake");
  const name = pathname.replace("/api/", "");
  const body = await bodyOf(request);
  const taken = serving.fake.conversation.take(pathname, body);
  if (taken !== undefined) return void response.writeHead(taken).end(taken === 200 ? "ok" : "expired_url");
  const args = argumentsOf(body, request.headers["content-type"] ?? "");
  serving.requests.push({ method: name, args, connection: request.headers.connection });
  const index = serving.faults.findIndex((fault) => fault.method === name);
  const [waiting] = index === -1 ? [] : serving.faults.splice(index, 1);
  meet(waiting?.fault);
  waiting?.strike();

  function meet(fault: FakeFault | undefined): void {
    const caller = serving.caller();
    if (fault?.kind === "rate-limited") return tooMany(response, fault.retryAfterSeconds);
    if (fault?.kind === "refused") return reply(response, refusal(fault.error), caller, undefined);
    if (fault?.kind === "lost" && !fault.stored) return lose(response, fault.how, { ok: true });
    if (name === "chat.postMessage" && exceedsRate(asText(args["channel"]), serving)) return tooMany(response, 1);
    const method = METHODS.get(name);
    const answer = method === undefined ? refusal("unknown_method") : carryOut(method, args, request, serving);
    if (fault?.kind === "lost") return lose(response, fault.how, answer);
    reply(response, answer, caller, method);
  }
}

function carryOut(method: Method, args: Json, request: IncomingMessage, { fake, caller }: Serving): Json {
  const token = (request.headers.authorization ?? "").replace(/^Bearer ?/, "");
  if (token === "") return refusal("not_authed");
  if (token !== fake.botToken && token !== fake.appToken) return refusal("invalid_auth");
  if ((token === fake.botToken) !== (method.token === "bot")) return refusal("not_allowed_token_type");
  const isPrivate = fake.workspace.channel(asText(args["channel"]))?.private === true;
  const needed = isPrivate ? method.scopes?.private : method.scopes?.public;
  if (needed !== undefined && !fake.scopes.includes(needed))
    return refusal("missing_scope", { needed, provided: fake.scopes.join(",") });
  return method.run(args, caller());
}

/** Whether the channel got more posts within the last second than it may. */
function exceedsRate(channel: string, { fake, options, now }: Serving): boolean {
  if (options.postsPerSecond === undefined) return false;
  const since = now() / 1000 - 1;
  return (
    fake.workspace.messages(channel).filter((message) => Number(message.ts) > since).length >= options.postsPerSecond
  );
}

function tooMany(response: ServerResponse, seconds: number): void {
  response.writeHead(429, { "retry-after": String(seconds), "content-type": "application/json" });
  response.end(JSON.stringify(refusal("ratelimited")));
}

function reply(response: ServerResponse, answer: Json, caller: Caller, method: Method | undefined): void {
  const accepted = method?.scopes?.public;
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    ...(method?.token === "bot" ? { "x-oauth-scopes": caller.scopes.join(",") } : {}),
    ...(accepted === undefined ? {} : { "x-accepted-oauth-scopes": accepted }),
  });
  response.end(JSON.stringify(answer));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

/** Form fields or JSON; what is structured comes as JSON within a form field. */
function argumentsOf(body: string, type: string): Json {
  if (type.startsWith("application/json")) return JSON.parse(body);
  const fields = [...new URLSearchParams(body)].map(([name, value]): [string, unknown] => [
    name,
    STRUCTURED.has(name) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(fields);
}

const STRUCTURED: ReadonlySet<string> = new Set(["blocks", "metadata", "attachments"]);
