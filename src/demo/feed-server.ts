import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What the server answers for one path. */
export type Page = { readonly kind: "document"; readonly bytes: Uint8Array } | { readonly kind: "outage" };

/** A server on this machine that plays the WTO's feeds. */
export interface SampleServer extends AsyncDisposable {
  readonly origin: string;
  /** What it answers from now on, by path. */
  readonly pages: Map<string, Page>;
}

export async function startSampleServer(): Promise<SampleServer> {
  const pages = new Map<string, Page>();
  const server = createServer((request, response) => answer(pages.get(request.url ?? ""), request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sample feed's server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    pages,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): void {
  // The story has a clock of its own; the machine's date would be taken for a clock that is wrong.
  response.sendDate = false;
  if (page === undefined) return void response.writeHead(404).end();
  if (page.kind === "outage") return void response.writeHead(503, { "retry-after": "600" }).end();
  const etag = `"${createHash("sha256").update(page.bytes).digest("hex").slice(0, 16)}"`;
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
  // The WTO names no encoding here: it stands in the document.
  response.writeHead(200, { "content-type": "text/xml", etag }).end(page.bytes);
}
