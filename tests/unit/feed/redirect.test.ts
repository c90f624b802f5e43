import { createConnection } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FeedError } from "../../../src/feed/errors.ts";
import { fetchFeed } from "../../../src/feed/fetch.ts";
import { systemNetwork, type FetchTools } from "../../../src/feed/network.ts";
import { startFeedServer, type FeedServer } from "../../support/feed-server.ts";
import { rss } from "../../support/rss.ts";

const BODY = rss([{ title: "Members meet" }]);

const NAMES: Readonly<Record<string, readonly string[]>> = {
  "feed.example.org": ["93.184.215.14"],
  "cdn.example.org": ["2001:4860:4860::8888"],
  "inside.example.org": ["10.1.2.3"],
  "local.example.org": ["127.0.0.1"],
  "mapped.example.org": ["::ffff:169.254.169.254"],
  "mixed.example.org": ["192.168.1.1", "93.184.215.15"],
};

let server: FeedServer;
/** The addresses that a connection went to, in order. */
let dialled: string[];
let tools: FetchTools;

beforeEach(async () => {
  server = await startFeedServer("/feed");
  dialled = [];
  tools = {
    ...systemNetwork({ now: Date.now }, "Tradepost/test"),
    lookup: async (hostname) =>
      (NAMES[hostname] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    // Looks up as a socket does, notes where the socket would go, and goes to the loopback server instead.
    buildConnector: ({ lookup }) =>
      function connect({ hostname }, callback) {
        const dial = (addresses: readonly string[]): void => {
          dialled.push(addresses.join(" "));
          const socket = createConnection({ host: "127.0.0.1", port: Number(new URL(server.url).port) }, () =>
            callback(null, socket),
          );
        };
        if (/^[\d.]+$|:/.test(hostname)) {
          dial([hostname]);
          return;
        }
        lookup(hostname, { all: true }, (error, addresses) => {
          if (error !== null) callback(error, null);
          else if (typeof addresses !== "string") dial(addresses.map(({ address }) => address));
        });
      },
  };
});
afterEach(async () => await server.close());

async function look(url: string): Promise<string> {
  const result = await fetchFeed({ url, validators: undefined }, tools, new AbortController().signal);
  return result.kind === "document" ? result.finalUrl : result.kind;
}

async function failure(url: string): Promise<FeedError> {
  const error: unknown = await look(url).catch((thrown: unknown) => thrown);
  if (error instanceof FeedError) return error;
  throw new Error("expected a FeedError", { cause: error });
}

/** The first request is redirected, the next answered. */
function redirectOnce(to: string): void {
  server.reply(() => (server.requests.length === 0 ? { kind: "redirect", to } : { kind: "document", body: BODY }));
}

const INSIDE = [
  "http://127.0.0.1/",
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://192.168.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://100.64.0.1/",
  "http://100.100.100.200/",
  "http://168.63.129.16/",
  "http://224.0.0.1/",
  "http://0.0.0.0/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://[::1]/",
  "http://[::]/",
  "http://[fe80::1]/",
  "http://[fd00:ec2::254]/",
  "http://[::ffff:10.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://inside.example.org/",
  "http://local.example.org/",
  "http://mapped.example.org/",
];

describe("from a public feed", () => {
  for (const target of INSIDE) {
    test(`no redirect leads to ${target}`, async () => {
      redirectOnce(target);

      const error = await failure("http://feed.example.org/feed");

      expect(error).toMatchObject({ failure: "redirect" });
      expect(error.message).toContain("was refused");
      expect(dialled).toEqual(["93.184.215.14"]);
      expect(server.requests).toHaveLength(1);
    });
  }

  test("a redirect leads to another public host", async () => {
    redirectOnce("http://cdn.example.org/feed");

    expect(await look("http://feed.example.org/feed")).toBe("http://cdn.example.org/feed");
    expect(dialled).toEqual(["93.184.215.14", "2001:4860:4860::8888"]);
  });

  test("a name with addresses of both kinds is reached at the public one only", async () => {
    redirectOnce("http://mixed.example.org/feed");

    await look("http://feed.example.org/feed");

    expect(dialled).toEqual(["93.184.215.14", "93.184.215.15"]);
  });

  test("a name that turns private between two requests is refused", async () => {
    redirectOnce("/again");
    const answers = [["93.184.215.14"], ["127.0.0.1"]];
    tools = { ...tools, lookup: async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 })) };

    expect(await failure("http://feed.example.org/feed")).toMatchObject({ failure: "redirect" });
    expect(dialled).toEqual(["93.184.215.14"]);
  });
});

describe("from a feed inside", () => {
  test("the host that the operator configured is reached wherever it is", async () => {
    server.reply({ kind: "document", body: BODY });

    expect(await look("http://inside.example.org/feed")).toBe("http://inside.example.org/feed");
  });

  test("a redirect may stay on the host", async () => {
    redirectOnce("http://inside.example.org:8080/feed.xml");
    expect(await look("http://inside.example.org/feed")).toBe("http://inside.example.org:8080/feed.xml");
  });

  const elsewhere = INSIDE.filter((target) => !target.includes("//inside."));
  for (const target of [...elsewhere, "http://10.1.2.4/feed"])
    test(`no redirect leads on to ${target}`, async () => {
      redirectOnce(target);

      expect(await failure("http://inside.example.org/feed")).toMatchObject({ failure: "redirect" });
      expect(dialled).toEqual(["10.1.2.3"]);
    });

  test("a redirect does not come back from outside", async () => {
    const path = ["http://feed.example.org/", "http://inside.example.org/"];
    server.reply(() => ({ kind: "redirect", to: path.shift() ?? "/" }));
    expect(await failure("http://inside.example.org/feed")).toMatchObject({ failure: "redirect" });
    expect(dialled.at(-1)).toBe("93.184.215.14");
  });
});

describe("a chain of redirects", () => {
  test("is followed five times and no more", async () => {
    const steps = (length: number) => () =>
      server.requests.length % 10 < length
        ? ({ kind: "redirect", to: `/${server.requests.length + 1}`, status: 308 } as const)
        : ({ kind: "document", body: BODY } as const);
    server.reply(steps(5));
    expect(await look("http://feed.example.org/feed")).toBe("http://feed.example.org/5");

    server.reply({ kind: "status", status: 500 });
    let count = 0;
    server.reply(() => ({ kind: "redirect", to: `/step-${(count += 1)}` }));
    const error = await failure("http://feed.example.org/feed");
    expect(error.message).toContain("More than 5 redirects");
    expect(count).toBe(6);
  });

  test("that goes in a circle ends at once", async () => {
    server.reply(({ path }) => ({ kind: "redirect", to: path === "/a" ? "/b" : "/a" }));

    const error = await failure("http://feed.example.org/feed");

    expect(error.message).toContain("in a circle");
    expect(server.requests.map(({ path }) => path)).toEqual(["/feed", "/a", "/b"]);
  });

  test("does not leave the web, and needs a place to go", async () => {
    for (const to of ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://"]) {
      server.reply({ kind: "redirect", to });
      expect(await failure("http://feed.example.org/feed")).toMatchObject({ failure: "redirect" });
    }
    server.reply({ kind: "status", status: 302 });
    expect(await failure("http://feed.example.org/feed")).toMatchObject({ failure: "redirect" });
  });

  test("leaves credentials behind where it changes the host", async () => {
    redirectOnce("http://cdn.example.org/feed");

    await look("http://desk:s3cret@feed.example.org/feed");

    expect(server.requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([true, false]);
  });
});
