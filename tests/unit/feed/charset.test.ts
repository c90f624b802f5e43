import iconv from "iconv-lite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFeed } from "../../../src/feed/charset.ts";

const WORDS = "Négociations: “commerce électronique” – 87 membres";

function xml(label: string | undefined, text = WORDS): string {
  return `<?xml version="1.0"${label === undefined ? "" : ` encoding="${label}"`}?><rss>${text}</rss>`;
}

describe("the encoding is taken from", () => {
  test("a byte order mark before all labels", () => {
    for (const charset of ["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"]) {
      const bytes = iconv.encode(xml("iso-8859-2"), charset, { addBOM: true });
      expect(decodeFeed(bytes, "text/xml; charset=koi8-r")).toEqual({
        text: xml("iso-8859-2"),
        charset,
        note: undefined,
      });
    }
  });

  test("the shape of UTF-16 without a mark", () => {
    for (const charset of ["utf-16le", "utf-16be"]) {
      const bytes = iconv.encode(xml("utf-16"), charset, { addBOM: false });
      expect(decodeFeed(bytes, undefined)).toMatchObject({ text: xml("utf-16"), charset });
    }
  });

  test("the XML declaration before the header", () => {
    const bytes = iconv.encode(xml("iso-8859-2", "Łódź"), "iso-8859-2");

    expect(decodeFeed(bytes, "text/xml; charset=iso-8859-1")).toMatchObject({
      charset: "iso-8859-2",
      text: expect.stringContaining("Łódź"),
    });
  });

  test("the header where the document is silent", () => {
    for (const header of [
      "text/xml; charset=GB2312",
      'text/xml;charset="gb2312"',
      "text/xml; q=1; Charset = 'gb2312'",
    ]) {
      expect(decodeFeed(iconv.encode(xml(undefined, "贸易"), "gb2312"), header)).toMatchObject({
        charset: "gb2312",
        text: expect.stringContaining("贸易"),
      });
    }
  });

  test("nothing at all: UTF-8 where valid, else Windows-1252", () => {
    expect(decodeFeed(iconv.encode(xml(undefined), "utf-8"), undefined)).toMatchObject({
      charset: "utf-8",
      note: undefined,
    });
    expect(decodeFeed(iconv.encode(xml(undefined), "windows-1252"), undefined)).toEqual({
      text: xml(undefined),
      charset: "windows-1252",
      note: undefined,
    });
  });
});

describe("Latin-1 under any of its names is Windows-1252", () => {
  test.each(["iso-8859-1", "ISO_8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"])("%s", (label) => {
    expect(decodeFeed(iconv.encode(xml(label), "windows-1252"), undefined)).toEqual({
      text: xml(label),
      charset: "windows-1252",
      note: undefined,
    });
  });
});

describe("a label that cannot be right is passed over, and that is said", () => {
  test.each([
    ["utf-8", "windows-1252", "labelled utf-8, but not valid as such; read as windows-1252"],
    ["iso-8859-1", "utf-8", "labelled windows-1252, but written in utf-8; read as utf-8"],
    ["utf-16", "utf-8", undefined],
    ["x-klingon", "utf-8", 'the encoding "x-klingon" is unknown; read as utf-8'],
    ["base64", "windows-1252", 'the encoding "base64" is unknown; read as windows-1252'],
    ["utf-7", "utf-8", 'the encoding "utf-7" is unknown; read as utf-8'],
  ])("labelled %s, written in %s", (label, charset, note) => {
    expect(decodeFeed(iconv.encode(xml(label), charset), undefined)).toEqual({ text: xml(label), charset, note });
  });

  test("and the header gets its turn", () => {
    const bytes = iconv.encode(xml("x-klingon", "мир"), "koi8-r");

    expect(decodeFeed(bytes, "text/xml; charset=koi8-r")).toMatchObject({
      charset: "koi8-r",
      text: expect.stringContaining("мир"),
    });
  });

  test("but one damaged character does not make UTF-8 another encoding", () => {
    const bytes = Buffer.concat([iconv.encode(xml("utf-8"), "utf-8"), Buffer.from([0xe9])]);

    expect(decodeFeed(bytes, undefined).text).toBe(`${xml("utf-8")}\ufffd`);
  });
});

test("any bytes under any label come out as text", () => {
  const label = fc.oneof(
    fc.string(),
    fc.constantFrom("utf-8", "utf-16", "latin1", "big5", "hex", "internal", "iso-2022-jp"),
  );
  fc.assert(
    fc.property(fc.uint8Array(), label, label, (bytes, declared, header) => {
      const document = Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${declared}"?>`), bytes]);
      expect(decodeFeed(document, `text/xml; charset=${header}`).text).toBeTypeOf("string");
    }),
  );
});

test("any text comes back from UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!text.startsWith("\ufeff") && !text.includes("\0"));
      expect(decodeFeed(Buffer.from(text), undefined).text).toBe(text.toWellFormed());
    }),
    { numRuns: 50 },
  );
});
