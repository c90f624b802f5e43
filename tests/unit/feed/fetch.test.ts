import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FeedError } from "../../../src/feed/errors.ts";
import { fetchFeed, type FetchResult } from "../../../src/feed/fetch.ts";
import { FETCH_LIMITS, systemNetwork, type FetchTools } from "../../../src/feed/network.ts";
import { startFeedServer, type FeedServer } from "../../support/feed-server.ts";
import { rss } from "../../support/rss.ts";

const NOW = Date.UTC(2026, 5, 23, 12);
const BODY = rss([{ title: "Members meet", link: "https://www.wto.org/a.htm", day: "2026-06-23" }]);

let server: FeedServer;
let tools: FetchTools;

beforeEach(async () => {
  server = await startFeedServer();
  tools = systemNetwork({ now: () => NOW }, "Tradepost/1.2.3 (+mailto:desk@example.org)");
});
afterEach(async () => await server.close());

async function look(url = server.url, validators?: FetchResult["validators"]): Promise<FetchResult> {
  return await fetchFeed({ url, validators }, tools, new AbortController().signal);
}

async function failure(url = server.url): Promise<FeedError> {
  const error: unknown = await look(url).catch((thrown: unknown) => thrown);
  if (error instanceof FeedError) return error;
  throw new Error("expected a FeedError", { cause: error });
}

describe("what is asked", () => {
  test("names the program and a contact, and takes every kind of feed", async () => {
    server.reply({ kind: "document", body: BODY });

    await look();

    const headers = server.requests[0]?.headers;
    expect(headers?.["user-agent"]).toBe("Tradepost/1.2.3 (+mailto:desk@example.org)");
    expect(headers?.accept).toContain("application/atom+xml");
    expect(headers?.accept).toContain("*/*;q=0.1");
    expect(headers?.["accept-encoding"]).toBe("gzip, deflate, br");
    expect(headers).not.toHaveProperty("if-none-match");
  });

  test("is answered by a server that refuses a narrow Accept", async () => {
    server.reply(({ headers }) =>
      headers.accept?.includes("*/*") ? { kind: "document", body: BODY } : { kind: "status", status: 406 },
    );

    expect(await look()).toMatchObject({ kind: "document", text: BODY });
  });

  test("sends credentials of the address as a header, and shows them nowhere", async () => {
    server.reply({ kind: "status", status: 401 });
    const url = server.url.replace("//", "//desk:s3cret@").concat("?token=hidden");

    const error = await failure(url);

    const sent = Buffer.from("desk:s3cret").toString("base64");
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${sent}`);
    expect(error.message).not.toMatch(/s3cret|hidden/);
  });
});

describe("an unchanged feed", () => {
  test("is a 304 that keeps its validators", async () => {
    server.reply({
      kind: "document",
      body: BODY,
      validators: { etag: '"v1"', lastModified: "Tue, 23 Jun 2026 00:00:00 GMT" },
    });

    const first = await look();
    const second = await look(server.url, first.validators);

    expect(first).toMatchObject({ kind: "document", validators: { etag: '"v1"' } });
    expect(second).toEqual({ kind: "unchanged", validators: first.validators });
    expect(server.requests.map(({ status }) => status)).toEqual([200, 304]);
  });

  test("is told by date alone where there is no tag", async () => {
    server.reply({ kind: "document", body: BODY, validators: { lastModified: "Tue, 23 Jun 2026 00:00:00 GMT" } });

    expect(await look(server.url, (await look()).validators)).toMatchObject({ kind: "unchanged" });
  });

  test("takes the validators that a 304 brings", async () => {
    server.reply({ kind: "status", status: 304, headers: { etag: '"v2"' } });

    const result = await look(server.url, { etag: '"v1"', lastModified: "Tue, 23 Jun 2026 00:00:00 GMT" });

    expect(result.validators).toEqual({ etag: '"v2"', lastModified: "Tue, 23 Jun 2026 00:00:00 GMT" });
  });

  test("keeps the validators that a 304 leaves out", async () => {
    server.reply({ kind: "status", status: 304 });

    expect((await look(server.url, { etag: '"v1"', lastModified: undefined })).validators.etag).toBe('"v1"');
  });

  test("is a failure where nobody asked for changes", async () => {
    server.reply({ kind: "status", status: 304 });

    expect(await failure()).toMatchObject({ failure: "status", status: 304 });
  });

  test("does not keep a validator that could not be sent back", async () => {
    server.reply({ kind: "document", body: BODY, validators: { etag: '"caf\u00e9"' } });

    expect((await look()).validators.etag).toBeUndefined();
  });
});

describe("a packed answer", () => {
  for (const coding of ["gzip", "deflate", "raw-deflate", "br"] as const) {
    test(`is unpacked from ${coding}`, async () => {
      server.reply({ kind: "document", body: BODY, coding });

      expect(await look()).toMatchObject({ text: BODY });
    });
  }

  test("that is a bomb is not unpacked beyond the limit", async () => {
    server.reply({ kind: "document", body: Buffer.alloc(FETCH_LIMITS.bytes * 10), coding: "gzip" });

    expect(await failure()).toMatchObject({ failure: "too-large" });
  });

  test("is refused in a coding that was not offered, twice too often, or not true", async () => {
    for (const coding of ["zstd", "constructor", "gzip, gzip, gzip", "gzip"]) {
      server.reply({ kind: "status", status: 200, headers: { "content-encoding": coding }, body: BODY });
      expect(await failure()).toMatchObject({ failure: "encoding" });
    }
  });

  test("that ends early is truncated", async () => {
    const { gzipSync } = await import("node:zlib");
    const half = gzipSync(BODY).subarray(0, 60);
    server.reply({ kind: "document", body: half, headers: { "content-encoding": "gzip" } });

    expect(await failure()).toMatchObject({ failure: "truncated" });
  });
});

describe("a bad answer", () => {
  test("of fifty megabytes is left off at the limit", async () => {
    server.reply({ kind: "flood", bytes: 50 * 1024 * 1024 });

    const error = await failure();

    expect(error.failure).toBe("too-large");
    expect(error.message).toContain("5242880 bytes");
  });

  test("that is cut off is truncated, and a reset is unreachable", async () => {
    server.reply({ kind: "cut", body: BODY });
    expect(await failure()).toMatchObject({ failure: "truncated" });

    server.reply({ kind: "reset" });
    expect(await failure()).toMatchObject({ failure: "unreachable" });
  });

  test("of a closed port says that the connection was refused", async () => {
    await server.close();

    const error = await failure();

    expect(error.failure).toBe("unreachable");
    expect(error.message).toContain("the connection was refused");
    expect(error.cause).toBeDefined();
  });

  test("that never comes, or never ends, runs into the time limit", async () => {
    tools = { ...tools, limits: { ...FETCH_LIMITS, total: 50 } };
    for (const reply of [{ kind: "hang" }, { kind: "stall", body: "<rss>" }] as const) {
      server.reply(reply);
      expect(await failure()).toMatchObject({ failure: "timeout" });
    }
  });

  test("carries the wish of its Retry-After, as seconds or as a date", async () => {
    server.reply({ kind: "status", status: 429, headers: { "retry-after": "120" } });
    expect(await failure()).toMatchObject({ failure: "status", status: 429, retryAfter: 120_000 });

    server.reply({ kind: "status", status: 503, headers: { "retry-after": "Tue, 23 Jun 2026 12:10:00 GMT" } });
    expect(await failure()).toMatchObject({ failure: "status", status: 503, retryAfter: 600_000 });
  });

  test("says what to do for each status", async () => {
    for (const [status, remedy] of [
      [404, "Check the feed's address"],
      [410, "remove it from the configuration"],
      [500, "asked again later"],
      [418, "Check the feed's address in a browser"],
    ] as const) {
      server.reply({ kind: "status", status });
      expect((await failure()).message).toContain(remedy);
    }
  });

  test("of something that does not speak HTTP is named", async () => {
    const { createServer } = await import("node:net");
    const foreign = createServer((socket) => socket.end("220 smtp.example.org ready\r\n")).listen(0, "127.0.0.1");
    const address = await new Promise<unknown>((resolve) =>
      foreign.once("listening", () => resolve(foreign.address())),
    );
    const port = typeof address === "object" && address !== null && "port" in address ? String(address.port) : "";

    expect(await failure(`http://127.0.0.1:${port}/`)).toMatchObject({ failure: "unreachable" });
    foreign.close();
  });
});

test("an address that is no web address fails before anything is sent", async () => {
  for (const url of ["", "news", "file:///etc/passwd", "ftp://example.org/"]) {
    expect(await failure(url)).toMatchObject({ failure: "unreachable" });
  }
});

test("the caller's own abort comes through as its reason", async () => {
  server.reply({ kind: "hang" });
  const controller = new AbortController();
  const stopped = new Error("the bot is stopping");
  const fetched = fetchFeed({ url: server.url, validators: undefined }, tools, controller.signal);

  controller.abort(stopped);

  await expect(fetched).rejects.toBe(stopped);
});

test("tells the encoding and where the document was found", async () => {
  const bytes = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><rss>caf\xe9 \x96</rss>', "latin1");
  server.reply(({ path }) =>
    path === "/moved" ? { kind: "document", body: bytes } : { kind: "redirect", to: "/moved", status: 301 },
  );

  const result = await look();

  expect(result).toMatchObject({ charset: "windows-1252", finalUrl: new URL("/moved", server.url).href });
  expect(result).toHaveProperty("text", expect.stringContaining("café –"));
});
