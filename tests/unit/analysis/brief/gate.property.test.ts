import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyse } from "../../../../src/analysis/analyse.ts";
import { groundOf, refusalOf } from "../../../../src/analysis/brief/gate.ts";
import { packageRoot } from "../../../../src/config/package-root.ts";
import { loadRules } from "../../../../src/config/topics.ts";
import { readCorpus } from "../../../corpus/read.ts";

const rules = await loadRules(fileURLToPath(new URL("config/topics.yaml", packageRoot())));
const SPECIMENS = (await readCorpus())
  .map(({ item }) => ({
    title: item.title,
    ground: groundOf(item),
    text: [item.title, item.description, item.text ?? ""].join("\n"),
    points: analyse(item, rules).brief.points,
  }))
  .filter(({ points }) => points.length > 0);

const specimen = fc.constantFrom(...SPECIMENS);

test("what our own rules quote from a source passes, in three languages", () => {
  expect(SPECIMENS.length).toBeGreaterThan(60);
  const refused = SPECIMENS.map(({ ground, points, title }) => [refusalOf(points, ground), title]);
  expect(refused.filter(([refusal]) => refusal !== undefined)).toEqual([]);
});

test("a number that the source does not have is refused wherever it stands", () => {
  const number = fc.integer({ min: 2, max: 99_999 }).map(String);
  fc.assert(
    fc.property(specimen, number, fc.nat(), ({ ground, points, text }, invented, at) => {
      fc.pre(!text.includes(invented));
      const words = (points[0] ?? "").split(" ");
      const place = 1 + (at % words.length);
      const changed = [...words.slice(0, place), invented, ...words.slice(place)].join(" ");
      expect(refusalOf([`${changed}.`, ...points.slice(1)], ground)).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test("a digit changed in a brief is refused, unless the source writes that as well", () => {
  const withDigits = SPECIMENS.filter(({ points }) => /\d/u.test(points.join(" ")));
  fc.assert(
    fc.property(fc.constantFrom(...withDigits), fc.nat(), fc.integer({ min: 0, max: 9 }), (one, pick, digit) => {
      const { ground, points, text } = one;
      const places = points.flatMap((point, index) =>
        Array.from(point.matchAll(/\d/gu), (match) => ({ index, at: match.index })),
      );
      const place = places[pick % places.length];
      if (place === undefined) return;
      const point = points[place.index] ?? "";
      const changed = `${point.slice(0, place.at)}${digit}${point.slice(place.at + 1)}`;
      const token = /^[\d.,]*\d/u.exec(changed.slice(changed.slice(0, place.at + 1).search(/[\d.,]*$/u)))?.[0] ?? "";
      fc.pre(!text.includes(token));
      const refusal = refusalOf(
        points.map((each, index) => (index === place.index ? changed : each)),
        ground,
      );
      expect(refusal).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test("a name that the source does not have is refused", () => {
  const name = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z][a-z]{4,9}$/);
  fc.assert(
    fc.property(specimen, name, ({ ground, points, text }, invented) => {
      fc.pre(!text.toLowerCase().includes(invented.toLowerCase()));
      const [first = "", ...rest] = points;
      expect(refusalOf([first.replace(/([.!?…]["”»’)]*)$/u, `, ${invented} said$1`), ...rest], ground)).toBeDefined();
    }),
  );
});

test("plain words put in quotation marks are refused", () => {
  fc.assert(
    fc.property(specimen, fc.nat(), ({ ground, points, text }, at) => {
      const [first = "", ...rest] = points;
      fc.pre(!/[“”«»"‘’']/u.test(first + text));
      const words = first.split(" ");
      const place = at % Math.max(1, words.length - 3);
      const quoted = `“${words.slice(place, place + 2).join(" ")}”`;
      const changed = [...words.slice(0, place), quoted, ...words.slice(place + 2)].join(" ");
      expect(refusalOf([changed, ...rest], ground)).toBeDefined();
    }),
  );
});

test("whatever is written, it ends with a verdict; what passes has no number of its own", () => {
  const anything = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem()), { maxLength: 4 });
  fc.assert(
    fc.property(specimen, anything, ({ ground, text }, points) => {
      if (refusalOf(points, ground) !== undefined) return;
      for (const [number] of points.join(" ").matchAll(/\d+/gu)) expect(text).toContain(number);
    }),
    { numRuns: 1000 },
  );
});
