import { once } from "node:events";
import { createServer } from "node:http";
import type { Health } from "./health.ts";

/** Where to listen, and what to tell. */
export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly health: () => Promise<Health>;
}

/** A running server. Disposing it closes the port and every connection. */
export interface HttpServer extends AsyncDisposable {
  readonly port: number;
}

/** Serves `/healthz`: 200 while polling goes on, else 503, with one sentence. Throws where the port is taken. */
export async function serveHttp({ host, port, health }: HttpOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", health).then(([status, text]) => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
      response.end(`${text}\n`);
    });
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer(url: string, health: HttpOptions["health"]): Promise<readonly [number, string]> {
  if (url.split("?")[0] !== "/healthz") return [404, "not found; there is /healthz"];
  try {
    const { healthy, detail } = await health();
    return [healthy ? 200 : 503, detail];
  } catch {
    return [503, "the database can't be read"];
  }
}
