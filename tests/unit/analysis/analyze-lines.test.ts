import { Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { analyzeLines } from "../../../src/cli/analyze.ts";
import { rules } from "./an-item.ts";

async function analyze(
  ...chunks: readonly (string | Uint8Array)[]
): Promise<{ ok: boolean; lines: readonly unknown[] }> {
  let written = "";
  const output = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      setImmediate(done);
    },
  });
  const ok = await analyzeLines(Readable.from(chunks), output, rules);
  return {
    ok,
    lines: written
      .split("\n")
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line)),
  };
}

function line(fields: object): string {
  return JSON.stringify({
    id: "1",
    url: null,
    title: "E-commerce talks",
    published: "2024-05-06",
    language: "en",
    description: "",
    text: null,
    ...fields,
  });
}

describe("items", () => {
  test("give analyses with the fields of the contract, in the same order", async () => {
    const { ok, lines } = await analyze(`${line({ id: "b" })}\n`, `${line({ id: "a", title: "Fish" })}\n`);
    expect(ok).toBe(true);
    expect(lines).toMatchObject([
      {
        id: "b",
        relevant: true,
        reasons: [
          'the title names the subject: "E-commerce"',
          'title or lead are about work on the subject: "E-commerce talks"',
          'topic joint-initiative: "E-commerce talks"',
        ],
      },
      { id: "a", relevant: false, reasons: ["nothing names the subject"] },
    ]);
    expect(Object.keys(Object(lines[0]))).toEqual(
      "id relevant reasons topics meetings participants targets people documents brief".split(" "),
    );
    expect(lines[0]).toMatchObject({ participants: null, brief: { headline: "E-commerce talks", points: [] } });
  });

  test("may leave out what is optional and bring fields of their own", async () => {
    const { ok, lines } = await analyze('{"id":7,"title":"E-commerce talks","mood":"good"}');
    expect(ok).toBe(true);
    expect(lines).toMatchObject([{ id: 7, relevant: true }]);
  });

  test("without a language are read in that of their address", async () => {
    const url = "https://www.wto.org/french/news_f/news24_f/misc_06may24_f.htm";
    const { lines } = await analyze(line({ url, language: null, title: "Le commerce électronique" }));
    expect(lines).toMatchObject([{ relevant: true }]);
  });

  test("have entities, markup and Windows-1252 characters turned into text", async () => {
    const title = "Members&rsquo; e&#8209;commerce \u0093talks\u0094 &amp; more";
    const { lines } = await analyze(
      line({ title, description: "<p>Held on&nbsp;3 May, the <b>round</b> was short.</p>" }),
    );
    expect(lines).toMatchObject([
      { brief: { headline: "Members’ e‑commerce “talks” & more", points: ["Held on 3 May, the round was short."] } },
    ]);
  });
});

describe("lines", () => {
  test("that are no items are told, and the rest goes on", async () => {
    const { ok, lines } = await analyze(
      ["nonsense", '{"title":"No id"}', '{"id":"x"}', line({ id: "y", published: "6 May" }), line({ id: "z" })].join(
        "\n",
      ),
    );
    expect(ok).toBe(false);
    expect(lines).toMatchObject([
      { id: null, error: "this line is not JSON" },
      { id: null, error: expect.stringContaining("id") },
      { id: "x", error: expect.stringContaining("title") },
      { id: "y", error: "published: is no day such as 2022-10-28" },
      { id: "z", relevant: true },
    ]);
  });

  test("may be empty, end in CRLF, begin with a byte order mark and be cut anywhere", async () => {
    const bytes = new TextEncoder().encode(
      `\uFEFF${line({ title: "Électronique: e-commerce" })}\r\n\r\n${line({ id: "2" })}\r\n`,
    );
    const { ok, lines } = await analyze(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(ok).toBe(true);
    expect(lines).toMatchObject([{ id: "1", brief: { headline: "Électronique: e-commerce" } }, { id: "2" }]);
  });

  test("are taken no faster than the output goes", async () => {
    let read = 0;
    let written = 0;
    let most = 0;
    async function* input(): AsyncGenerator<string> {
      for (read = 1; read <= 200; read++) yield `${line({ id: String(read) })}\n`;
    }
    const output = {
      write(_: string, done: () => void): boolean {
        most = Math.max(most, read - written);
        written++;
        setImmediate(done);
        return true;
      },
    };
    await analyzeLines(input(), output, rules);
    expect(written).toBe(200);
    expect(most).toBeLessThanOrEqual(2);
  });

  test("that the output refuses end the work with its error", async () => {
    const output = {
      write(_: string, done: (error: Error) => void): boolean {
        done(new Error("the pipe is closed"));
        return false;
      },
    };
    await expect(analyzeLines(Readable.from([line({})]), output, rules)).rejects.toThrow("the pipe is closed");
  });
});
