import fc from "fast-check";
import { expect, test } from "vitest";
import { dateMentions } from "../../../../src/analysis/facts/date-mentions.ts";
import { resolveDay } from "../../../../src/analysis/facts/calendar.ts";

function read(text: string): string {
  return dateMentions(text)
    .flatMap((mention) => mention.spans)
    .map(({ from, to }) => {
      const days =
        from.month === to.month && from.day === to.day
          ? `${from.day}.${from.month}`
          : `${from.day}.${from.month}-${to.day}.${to.month}`;
      return `${days}${to.year === undefined ? "" : ` ${from.year ?? "?"}/${to.year}`}`;
    })
    .join("; ");
}

test.each([
  ["from 25 to 28 October", "25.10-28.10"],
  ["on 7-9 March", "7.3-9.3"],
  ["14 and 15 June 2022", "14.6-15.6 2022/2022"],
  ["(30 November - 3 December)", "30.11-3.12"],
  ["26 and 28 October", "26.10; 28.10"],
  ["4, 6 and 7 May", "4.5; 6.5-7.5"],
  ["15-16 and 22-23 May", "15.5-16.5; 22.5-23.5"],
  ["October 25-28, 2022", "25.10-28.10 2022/2022"],
  ["in October, from 25 to 28", "25.10-28.10"],
  ["on March 15, members", "15.3"],
  ["In March 15 members spoke", ""],
  ["from 19 December 2022 to 13 January 2023", "19.12-13.1 2022/2023"],
  ["from 28 December to 3 January 2024", "28.12-3.1 2023/2024"],
  ["31 October and 1 November", "31.10-1.11"],
  ["20 May and 3 June", "20.5; 3.6"],
  ["between 7 and 9 March", "7.3-9.3"],
  ["between 30 November and 3 December", "30.11-3.12"],
  ["Monday 25 to Thursday 28 October", "25.10-28.10"],
  ["Monday, 25 October", "25.10"],
  ["the 5th to the 8th of December", "5.12-8.12"],
  ["28 November through 1 December", "28.11-1.12"],
  ["postponed from 12 May to 20 May", "12.5; 20.5"],
  ["3.5 May", ""],
  ["20 may, and 4 march", ""],
  ["of 86, 5 March", "5.3"],
  ["32 March", ""],
  ["du 25 au 28 octobre", "25.10-28.10"],
  ["le 1er mars", "1.3"],
  ["les 1er et 2 juin", "1.6-2.6"],
  ["du 30 novembre au 3 décembre 2021", "30.11-3.12 2021/2021"],
  ["en décembre, du 5 au 8", "5.12-8.12"],
  ["los días 7 a 9 de marzo", "7.3-9.3"],
  ["del 30 de noviembre al 3 de diciembre de 2023", "30.11-3.12 2023/2023"],
  ["el 1.º de marzo de 2024", "1.3 2024/2024"],
  ["entre el 7 y el 9 de marzo", "7.3-9.3"],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("the year without saying is that of the nearest such day", () => {
  const days = fc.date({ min: new Date("2017-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: -150, max: 150 }), (published, distance) => {
      const day = new Date(published.getTime() + distance * 86_400_000).toISOString().slice(0, 10);
      const [, month = 0, date = 0] = day.split("-").map(Number);
      const reference = { day: published.toISOString().slice(0, 10), year: published.getUTCFullYear() };
      if (month === 2 && date === 29) return;
      expect(resolveDay({ day: date, month, year: undefined }, reference, undefined)).toBe(day);
    }),
  );
});
