import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

/** What the fake says next. */
export type ModelReply =
  /** The content of its message, and beside it reasoning as some endpoints give it. */
  | { readonly kind: "content"; readonly content: string; readonly reasoning?: string }
  | { readonly kind: "points"; readonly points: readonly string[] }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "html" }
  | { readonly kind: "hang" }
  | { readonly kind: "flood" }
  | { readonly kind: "redirect"; readonly to: string };

const Question = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ type: z.string() }).optional(),
});

/** One question as it came in. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly question: z.infer<typeof Question>;
}

export interface FakeModel extends AsyncDisposable {
  /** The address up to and with its version. */
  readonly url: string;
  readonly asked: readonly Asked[];
  reply(next: ModelReply | ((asked: Asked) => ModelReply)): void;
}

/** An OpenAI-compatible endpoint on a loopback address, which writes what it is told to. */
export async function startFakeModel(): Promise<FakeModel> {
  const asked: Asked[] = [];
  let next: (asked: Asked) => ModelReply = () => ({ kind: "status", status: 500 });
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = Question.parse(JSON.parse(await text(request)));
    const one = { path: request.url ?? "", authorization: request.headers.authorization, question };
    asked.push(one);
    answer(next(one), response);
  };
  const server = createServer((request, response) => void hear(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake model has no port");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked,
    reply(replied) {
      next = typeof replied === "function" ? replied : () => replied;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(reply: ModelReply, response: ServerResponse): void {
  switch (reply.kind) {
    case "content":
      return say(response, reply.content, reply.reasoning);
    case "points":
      return say(response, JSON.stringify({ points: reply.points }));
    case "status":
      return void response.writeHead(reply.status, { "content-type": "application/json" }).end('{"error":{}}');
    case "html":
      return void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>");
    case "hang":
      return;
    case "flood":
      return say(response, "x".repeat(4_000_000));
    case "redirect":
      return void response.writeHead(307, { location: reply.to }).end();
  }
}

function say(response: ServerResponse, content: string, reasoning?: string): void {
  const message = { role: "assistant", content, ...(reasoning !== undefined && { reasoning_content: reasoning }) };
  const body = {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 0,
    model: "fake",
    choices: [{ index: 0, message, finish_reason: "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
