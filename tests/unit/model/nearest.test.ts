import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../../src/model/nearest.ts";

const KEYS = ["name", "platform", "botToken", "appToken", "apiUrl", "channel", "topics"];

test.each([
  ["chanel", "channel"],
  ["channels", "channel"],
  ["bot_token", "botToken"],
  ["bot-token", "botToken"],
  ["BOTTOKEN", "botToken"],
  ["paltform", "platform"],
  ["nmae", "name"],
  ["topic", "topics"],
])("%s is most likely %s", (typed, meant) => {
  expect(nearest(typed, KEYS)).toBe(meant);
});

test.each(["colour", "x", "", "webhook"])("nothing is near %j", (typed) => {
  expect(nearest(typed, KEYS)).toBeUndefined();
});

test("a known word with one letter dropped is found again", () => {
  fc.assert(
    fc.property(fc.constantFrom(...KEYS), fc.nat(), (key, at) => {
      const dropped = at % key.length;
      expect(nearest(key.slice(0, dropped) + key.slice(dropped + 1), [key])).toBe(key);
    }),
  );
});
