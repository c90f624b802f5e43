import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParagraphs, toPlainText } from "../../../src/feed/text.ts";

describe("HTML becomes plain text", () => {
  test.each([
    ["<p>One</p><p>two</p>", "One two"],
    ["One<br>two<br/>three", "One two three"],
    ["e<b>-commerce</b>", "e-commerce"],
    ["<ul><li>One</li><li>two</li></ul>", "One two"],
    ['<a href="/x?a=1&b=2" title="a > b">linked</a> text', "linked text"],
    ["Caf&eacute; &#233; &#xe9; &#146;", "Café é é ’"],
    ["Caf&amp;eacute; &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;", "Café bold"],
    ["&lt;p&gt;Hello&lt;/p&gt;", "Hello"],
    ["AT&T, R&D &c.; a &copy=b", "AT&T, R&D &c.; a &copy=b"],
    ["3 < 4 > 2, <3, and <min> to <max>", "3 < 4 > 2, <3, and <min> to <max>"],
    ["before<script>alert('<b>')</script>after", "beforeafter"],
    ["<style>p{}</style>Text<!-- note -->", "Text"],
    ["a <script> tag that is never closed", "a tag that is never closed"],
    ["<!channel> and <!DOCTYPE html>here", "<!channel> and here"],
    ["<o:p>Word</o:p>", "Word"],
    ["<x:div><x:p>One</x:p><x:p>e<x:b>-commerce</x:b></x:p></x:div>", "One e-commerce"],
    [
      "\u202ereversed\u202c \u2066x\u2069 soft\u00adhyphen zero\u200bwidth \ufeffmark",
      "reversed x softhyphen zerowidth mark",
    ],
    ["a\u0000b\u0007c\u0085d", "abc d".replace(" ", "")],
    ["tab\tand\u00a0hard\u202fspace\r\n\u3000", "tab and hard space"],
    ["e\u0301", "\u00e9"],
    ["half \ud83d", "half \ufffd"],
    ["family \u{1f468}\u200d\u{1f469}", "family \u{1f468}\u200d\u{1f469}"],
    ["<![CDATA[One]]> two", "One two"],
  ])("%j is %j", (html, text) => {
    expect(toPlainText(html)).toBe(text);
  });

  test("and paragraphs stay apart where they are asked for", () => {
    expect(toParagraphs("<div><p>One\ntwo</p>\n\n<p>Three<br>four</p></div>")).toBe("One two\n\nThree four");
    expect(toParagraphs("One<br><br>two")).toBe("One\n\ntwo");
    expect(toParagraphs("One\ntwo\n \nThree")).toBe("One two\n\nThree");
    expect(toParagraphs("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;")).toBe("One\n\ntwo");
    expect(toParagraphs("<p></p> \n\n <br><br>")).toBe("");
  });
});

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 5 }),
  fc.constantFrom(
    "<p>",
    "</p>",
    "<b>",
    "&amp;",
    "&lt;",
    "&eacute;",
    " ",
    "\n\n",
    "<br>",
    "<!--",
    "-->",
    "&#8238;",
    "word",
  ),
);
const html = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

test("no markup, control or direction mark survives, and white space is folded", () => {
  fc.assert(
    fc.property(html, (source) => {
      const text = toPlainText(source);
      expect(text).not.toMatch(/<\/?(?:p|b|br)>|\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f]| {2}|^ | $/u);
      expect(text).toBe(text.normalize("NFC"));
    }),
  );
});

test("plain text that looks like no markup comes through unchanged", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\d ,.:;'’“”()&%-]*$/u), (text) => {
      expect(toPlainText(text)).toBe(text.replaceAll(/\s+/g, " ").trim().normalize("NFC"));
    }),
  );
});
