import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDay } from "../../../src/feed/date.ts";

const DAY = "2026-06-03";

describe("the day is read from", () => {
  test.each([
    // RFC 822 and what is made of it
    "Wed, 03 Jun 2026 00:00:00 GMT",
    "Wed, 03 Jun 2026 23:59:00 -0500",
    "Wed, 3 Jun 2026 00:30 +0200",
    "Wed, 03 Jun 26 00:00 UT",
    "03 Jun 26",
    "Wednesday, 3 June 2026",
    "Wednesday, 03-Jun-26 10:00:00 GMT",
    "wed,03 jun 2026 10:00:00 est",
    "Tue, 03 Jun 2026 25:61:00 GMT",
    // Unix
    "Wed Jun  3 10:00:00 2026",
    "Wed Jun 3 10:00:00 CEST 2026",
    // ISO 8601
    "2026-06-03",
    "2026-06-03T00:00:00Z",
    "2026-06-03T23:30:00-05:00",
    "2026-06-03 10:00:00.0",
    "20260603T101500",
    "20260603",
    "2026-154",
    "2026154T10:00",
    "2026/06/03 08:19:53 EDT",
    "Wed, 2026/06/03 08:19:53",
    "2026-6-3",
    // words
    "June 3, 2026",
    "Jun. 3rd, 2026 at 5pm",
    "Wed, Jun 3 2026",
    "3 juin 2026",
    "mercredi 3 juin 2026",
    "3 de junio de 2026",
    "miércoles, 3 de junio de 2026",
    "  3 JUNE 2026  ",
    // numbers with one reading only
    "03.06.2026",
    "3.6.2026 10:00",
  ])("%s", (text) => {
    expect(parseDay(text)).toBe(DAY);
  });

  test.each([
    ["23/06/2026", "2026-06-23"],
    ["06/23/2026 10:00", "2026-06-23"],
    ["05/05/2026", "2026-05-05"],
    ["1er août 2026", "2026-08-01"],
    ["15 février 2026", "2026-02-15"],
    ["15 déc. 2026", "2026-12-15"],
    ["1 de enero de 2026", "2026-01-01"],
    ["30 de septiembre de 2026", "2026-09-30"],
    ["1 juil. 2026", "2026-07-01"],
    ["1 mai 2026", "2026-05-01"],
    ["1 mars 1999", "1999-03-01"],
    ["01 Jan 70", undefined],
    ["31 Dec 99", "1999-12-31"],
    ["29 Feb 2024", "2024-02-29"],
  ])("%s as %s", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });
});

describe("no day is made of", () => {
  test.each([
    "",
    "soon",
    "2026",
    "2026-06",
    "June 2026",
    "30 Feb 2026",
    "29 Feb 2026",
    "2026-13-01",
    "2026-06-31",
    "03/06/2026",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "0001-01-01T00:00:00",
    "10 Jun 19:48",
    "1234567890",
    "[object Object]",
  ])("%s", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

test("every day is read back from the common forms, in whatever zone", () => {
  const day = fc.date({ min: new Date("1995-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom("Z", "+05:30", "-11:00"), (date, zone) => {
      const iso = date.toISOString().slice(0, 10);
      expect(parseDay(`${iso}T23:59:59${zone}`)).toBe(iso);
      expect(parseDay(date.toUTCString())).toBe(iso);
      expect(parseDay(date.toUTCString().replace("GMT", zone.replace(":", "")))).toBe(iso);
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.stringMatching(/^[\d/:.,TZ -]{0,30}$/),
        fc.stringMatching(/^\w{3}, \d{1,3} \w{3} \d{1,5}/),
      ),
      (text) => {
        expect(parseDay(text) ?? "2026-06-03").toMatch(/^\d{4}-\d{2}-\d{2}$/);
      },
    ),
  );
});
