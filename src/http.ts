import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

/** What stands at an address. */
export interface Page {
  readonly status: number;
  /** The content type. */
  readonly type: string;
  readonly text: string;
}

/** Where to listen, and what there is. */
export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** The page at a path such as `/healthz`; undefined where there is none. */
  readonly pageAt: (path: string) => Promise<Page | undefined>;
  /** The paths to name where somebody asks for another. */
  readonly paths: readonly string[];
}

/** A running server. Disposing it closes the port and every connection. */
export interface HttpServer extends AsyncDisposable {
  readonly port: number;
}

/** Text for people. */
export const PLAIN = "text/plain; charset=utf-8";

/** Serves pages to whoever may reach the port; nothing can be changed through it. Throws where the port is taken. */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    void answer(request, options).then(({ status, type, text }) => {
      const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
      const known = status === 200 && request.headers["if-none-match"] === tag;
      response.writeHead(known ? 304 : status, { "content-type": type, "cache-control": "no-cache", etag: tag });
      response.end(known || request.method === "HEAD" ? undefined : text);
    });
  });
  server.listen(options.port, options.host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer({ url = "/", method = "GET" }: IncomingMessage, options: HttpOptions): Promise<Page> {
  if (method !== "GET" && method !== "HEAD") return plainPage(405, "only GET is answered here");
  const path = url.split("?")[0] ?? "/";
  try {
    return (await options.pageAt(path)) ?? plainPage(404, `not found; there is ${options.paths.join(", ")}`);
  } catch {
    return plainPage(503, "the database can't be read");
  }
}

/** A page of one sentence. */
export function plainPage(status: number, sentence: string): Page {
  return { status, type: PLAIN, text: `${sentence}\n` };
}
