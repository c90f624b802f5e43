import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse, type Answer } from "./answers.ts";
import { lose, refusalOf, type Faults } from "./faults.ts";
import type { Interactions } from "./interactions.ts";
import type { RateLimits } from "./rate-limits.ts";
import { answer, bucketOf, targetOf, type Asked } from "./routes.ts";
import type { World } from "./world.ts";

/** A request that was made, for tests that count. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Whether the client keeps its connection for later. */
  readonly keptAlive: boolean;
}

export interface RestParts {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly seen: Seen[];
  readonly gatewayUrl: () => string;
  readonly interactions: () => Interactions;
}

/** Takes one HTTP request to its end, or to the fault that waits for it. */
export async function serve(request: IncomingMessage, response: ServerResponse, parts: RestParts): Promise<void> {
  const asked = await read(request);
  if (asked === undefined) return write(response, refuse(404, 0, "404: Not Found"));
  parts.seen.push({
    method: asked.method,
    path: asked.path,
    body: asked.body,
    keptAlive: request.headers.connection !== "close",
  });
  const fault = parts.faults.take(targetOf(asked));
  if (fault === undefined) return write(response, judge(request, asked, parts));
  if (fault.fault.kind === "lost") {
    const text = JSON.stringify(fault.fault.stored ? judge(request, asked, parts).body : { id: "1", channel_id: "1" });
    lose(response, fault.fault.how, text);
  } else {
    write(response, refusalOf(fault.fault));
  }
  fault.struck();
}

function judge(request: IncomingMessage, asked: Asked, parts: RestParts): Answer {
  // Cloudflare stands before Discord and turns away what does not name itself.
  // Source: https://docs.discord.com/developers/reference#user-agent
  if (!/^DiscordBot \(https?:\/\/\S+, \S+\)/.test(request.headers["user-agent"] ?? "")) {
    return refuse(403, 40333, "internal network error");
  }
  const spoken = parts.interactions().answer(asked);
  if (spoken !== undefined) return spoken;
  if (request.headers.authorization !== `Bot ${parts.world.token}`) return refuse(401, 0, "401: Unauthorized");
  const { refused, headers } = parts.limits.take(bucketOf(asked));
  if (refused !== undefined) return { ...refused, headers: { ...headers, ...refused.headers } };
  if (asked.body === NOT_JSON) return refuse(400, 50109, "The request body contains invalid JSON.");
  const given = answer(parts.world, parts.gatewayUrl(), asked);
  return { ...given, headers: { ...headers, ...given.headers } };
}

const NOT_JSON = Symbol("not JSON");

async function read(request: IncomingMessage): Promise<Asked | undefined> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const path = /^\/api\/v10(\/.+)$/.exec(url.pathname)?.[1];
  if (path === undefined) return undefined;
  return {
    method: request.method ?? "GET",
    path,
    query: url.searchParams,
    body: parseBody(Buffer.concat(chunks).toString()),
  };
}

function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  // An answer without a body has no type either.
  const type = body === undefined ? {} : { "Content-Type": "application/json" };
  response.writeHead(status, { ...type, ...headers }).end(body === undefined ? undefined : JSON.stringify(body));
}
