import { describe, expect, test } from "vitest";
import { meetingsOf } from "../../../../src/analysis/facts/meetings.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";

const LEADS = {
  j: "Negotiators in the joint initiative on e-commerce went on with their work.",
  w: "The Work Programme on Electronic Commerce was on the agenda.",
  n: "News from Geneva.",
} as const;

function item(description: string, published: string | undefined, text: string): Item {
  return { url: undefined, guid: undefined, title: "News", published, language: "en", description, text };
}

function read(item: Item): string {
  return meetingsOf(item, sentencesOf(item))
    .map((meeting) => `${meeting.start}/${meeting.end} ${meeting.kind} ${meeting.status}`)
    .join("; ");
}

test.each<readonly [keyof typeof LEADS, string, string, string]>([
  ["j", "2022-10-28", "The co-convenors held meetings from 25 to 28 October.", "2022-10-25/2022-10-28 plenary held"],
  [
    "j",
    "2023-03-31",
    "A round that ended on 30 March brought little that was new.",
    "2023-03-30/2023-03-30 plenary held",
  ],
  [
    "j",
    "2023-01-12",
    "At their last gathering, from 5 to 8 December, participants had cleaned two articles.",
    "2022-12-05/2022-12-08 plenary held",
  ],
  [
    "j",
    "2022-12-20",
    "The first round of the new year begins on 20 February.",
    "2023-02-20/2023-02-20 plenary upcoming",
  ],
  [
    "j",
    "2022-12-20",
    "Small groups will work online between 9 and 13 January.",
    "2023-01-09/2023-01-13 small-group upcoming",
  ],
  [
    "j",
    "2021-05-21",
    "Heads of delegation are to meet on 14 July, subject to confirmation.",
    "2021-07-14/2021-07-14 stocktaking tentative",
  ],
  [
    "j",
    "2021-05-21",
    "The small group on spam met on 11, 12 and 18 May.",
    "2021-05-11/2021-05-12 small-group held; 2021-05-18/2021-05-18 small-group held",
  ],
  [
    "j",
    "2024-07-03",
    "A stocktaking meeting on 2 July heard that the text is stable.",
    "2024-07-02/2024-07-02 stocktaking held",
  ],
  ["j", "2024-07-03", "The text was circulated on 26 June and published on 1 July.", ""],
  ["j", "2024-07-03", "Comments on the draft may be sent until 15 July.", ""],
  ["j", "2024-07-03", "Gabon joined the talks on 3 May.", ""],
  ["j", "2024-07-03", "In a statement of 1 July, the co-convenors thanked the facilitators.", ""],
  [
    "w",
    "2023-05-12",
    "The next dedicated discussion, on consumer protection, is planned for 8 June.",
    "2023-06-08/2023-06-08 dedicated-discussion upcoming",
  ],
  [
    "w",
    "2023-05-12",
    "Members discussed the digital divide on 11 May.",
    "2023-05-11/2023-05-11 dedicated-discussion held",
  ],
  [
    "w",
    "2023-05-12",
    "The discussion planned for 25 May was cancelled.",
    "2023-05-25/2023-05-25 dedicated-discussion postponed",
  ],
  [
    "w",
    "2023-05-12",
    "A workshop on the moratorium, first announced for 18 May, will be held on 1-2 June instead.",
    "2023-05-18/2023-05-18 workshop postponed; 2023-06-01/2023-06-02 workshop upcoming",
  ],
  [
    "w",
    "2023-05-12",
    "The discussion has been postponed from 25 May to 8 June.",
    "2023-05-25/2023-05-25 dedicated-discussion postponed; 2023-06-08/2023-06-08 dedicated-discussion upcoming",
  ],
  [
    "w",
    "2023-05-12",
    "The General Council takes up the facilitator’s report at its meeting of 24 and 25 July.",
    "2023-07-24/2023-07-25 council upcoming",
  ],
  ["w", "2023-05-12", "The moratorium expires on 31 March 2024 unless ministers decide otherwise.", ""],
  [
    "w",
    "2023-05-12",
    "An information session for capitals takes place on 15 May.",
    "2023-05-15/2023-05-15 workshop upcoming",
  ],
  [
    "w",
    "2023-12-05",
    "The 13th Ministerial Conference will be held in Abu Dhabi from 26 to 29 February 2024.",
    "2024-02-26/2024-02-29 ministerial upcoming",
  ],
  [
    "w",
    "2023-12-05",
    "The facilitator will hold informal consultations on 11 December.",
    "2023-12-11/2023-12-11 other upcoming",
  ],
  ["n", "2023-09-15", "The Public Forum took place from 12 to 15 September.", "2023-09-12/2023-09-15 other held"],
  [
    "n",
    "2023-09-15",
    "The Council for Trade in Services heard a report on 14 September.",
    "2023-09-14/2023-09-14 council held",
  ],
  [
    "n",
    "2023-09-15",
    "Director-General Ngozi Okonjo-Iweala told business leaders on 13 September that trade has gone digital.",
    "2023-09-13/2023-09-13 other held",
  ],
  ["n", "2023-09-15", "The WTO launched a data hub on 14 September.", "2023-09-14/2023-09-14 other held"],
  ["n", "2023-09-15", "The report was released on 14 September.", ""],
  [
    "j",
    "2023-09-15",
    "The last meeting of the year, provisionally set for 4 to 8 December, may be shortened.",
    "2023-12-04/2023-12-08 plenary tentative",
  ],
  [
    "j",
    "2024-01-10",
    "The next round, to be confirmed, would run from 29 January to 2 February.",
    "2024-01-29/2024-02-02 plenary tentative",
  ],
  [
    "j",
    "2024-01-10",
    "Delegations meet again on 5 and 6 February and on 11 March.",
    "2024-02-05/2024-02-06 plenary upcoming; 2024-03-11/2024-03-11 plenary upcoming",
  ],
  ["j", "2022-06-24", "A plenary on Tuesday 21 June reviewed the calendar.", "2022-06-21/2022-06-21 plenary held"],
  ["j", "2022-06-24", "On Thursday, 23 June, heads of delegation met.", "2022-06-23/2022-06-23 stocktaking held"],
  ["j", "2022-06-24", "The plenary of 20 May had asked for this paper.", "2022-05-20/2022-05-20 plenary held"],
  [
    "j",
    "2022-06-24",
    "MC12, held in Geneva from 12 to 17 June, extended the moratorium.",
    "2022-06-12/2022-06-17 ministerial held",
  ],
  [
    "j",
    "2022-06-24",
    "Since MC12 ended on 17 June, participants have met twice.",
    "2022-06-17/2022-06-17 ministerial held",
  ],
  [
    "j",
    "2022-06-24",
    "After the summer break, meetings resume on 12 September.",
    "2022-09-12/2022-09-12 plenary upcoming",
  ],
  [
    "j",
    "2022-06-24",
    "The week of 12 September is set aside for small groups.",
    "2022-09-12/2022-09-16 small-group upcoming",
  ],
  [
    "j",
    "2020-11-20",
    "The ministerial conference that was to have taken place from 8 to 11 June 2020 is now expected in 2021.",
    "2020-06-08/2020-06-11 ministerial postponed",
  ],
  [
    "j",
    "2021-12-01",
    "The General Council decided on 26 November to postpone MC12, which was due to start on 30 November.",
    "2021-11-26/2021-11-26 council held; 2021-11-30/2021-11-30 ministerial postponed",
  ],
  ["w", "2023-06-23", "Members adopted the programme on 25 September 1998.", ""],
  [
    "j",
    "2023-06-23",
    "Between 19 and 22 June, negotiators went through the annex.",
    "2023-06-19/2023-06-22 plenary held",
  ],
  [
    "j",
    "2023-06-23",
    "A half-day session on 22 June, chaired by Singapore, dealt with scope.",
    "2023-06-22/2023-06-22 plenary held",
  ],
  [
    "j",
    "2023-06-23",
    "Plenaries were held on 9 May and 22 June; a third follows on 20 July.",
    "2023-05-09/2023-05-09 plenary held; 2023-06-22/2023-06-22 plenary held; 2023-07-20/2023-07-20 plenary upcoming",
  ],
  [
    "j",
    "2023-06-23",
    "A seminar hosted by Switzerland on 21 June drew small firms.",
    "2023-06-21/2023-06-21 workshop held",
  ],
  [
    "j",
    "2023-06-23",
    "The paper tabled at the plenary on 22 June was well received.",
    "2023-06-22/2023-06-22 plenary held",
  ],
  [
    "j",
    "2023-06-23",
    "Written proposals are due by 30 June, and the plenary will look at them on 6 July.",
    "2023-07-06/2023-07-06 plenary upcoming",
  ],
  [
    "j",
    "2023-05-12",
    "Participants gathered in Geneva on 9, 10 and 11 May for the third round of the year.",
    "2023-05-09/2023-05-11 plenary held",
  ],
  [
    "j",
    "2023-05-12",
    "Two days of plenary meetings, on 10 and 11 May, closed the session.",
    "2023-05-10/2023-05-11 plenary held",
  ],
  [
    "j",
    "2023-05-12",
    "The dates of the June round (19-22 June) have been confirmed.",
    "2023-06-19/2023-06-22 plenary upcoming",
  ],
  [
    "j",
    "2023-05-12",
    "The round scheduled to start on 19 June has been brought forward to 12 June.",
    "2023-06-19/2023-06-19 plenary postponed; 2023-06-12/2023-06-12 plenary upcoming",
  ],
  [
    "j",
    "2023-05-12",
    "A meeting of heads of delegation will be convened on 6 July, and the next round on 11 September.",
    "2023-07-06/2023-07-06 stocktaking upcoming; 2023-09-11/2023-09-11 plenary upcoming",
  ],
  [
    "j",
    "2023-05-12",
    "The information session of 10 May was organized by Chile.",
    "2023-05-10/2023-05-10 workshop held",
  ],
  [
    "j",
    "2023-05-12",
    "In Brussels on 3 May, facilitators met experts at a seminar.",
    "2023-05-03/2023-05-03 workshop held",
  ],
  ["j", "2023-05-12", "By 11 May, nine articles were clean.", ""],
  ["j", "2023-05-12", "As of 12 May, 89 members take part.", ""],
  ["j", "2023-05-12", "On 2 May, a new draft went to capitals.", ""],
  ["j", "2023-05-12", "Written comments reached the Secretariat on 8 May.", ""],
  [
    "j",
    "2023-05-12",
    "The small groups on spam and on e-invoicing met on 8 May and 10 May respectively.",
    "2023-05-08/2023-05-08 small-group held; 2023-05-10/2023-05-10 small-group held",
  ],
  [
    "j",
    "2023-05-12",
    "Work resumes with small-group meetings from 5 June and a plenary on 22 June.",
    "2023-06-05/2023-06-05 small-group upcoming; 2023-06-22/2023-06-22 plenary upcoming",
  ],
  ["j", "2023-12-20", "On 20 December, the co-convenors announced the substantial conclusion of the talks.", ""],
  ["j", "2023-12-20", "The ministers of the three countries issued their statement on 20 December.", ""],
  [
    "w",
    "2023-12-20",
    "The General Council on 13 December took note of the facilitator’s report.",
    "2023-12-13/2023-12-13 council held",
  ],
  [
    "w",
    "2023-12-20",
    "Members will hold a dedicated discussion on 17 January, provided the room is free.",
    "2024-01-17/2024-01-17 dedicated-discussion upcoming",
  ],
  [
    "w",
    "2023-12-20",
    "A retreat for ambassadors takes place on 22-23 January.",
    "2024-01-22/2024-01-23 other upcoming",
  ],
  [
    "w",
    "2023-12-20",
    "With MC13 due to open on 26 February, time is short.",
    "2024-02-26/2024-02-26 ministerial upcoming",
  ],
  [
    "w",
    "2023-12-20",
    "At an open-ended informal meeting on 18 December, the facilitator summed up.",
    "2023-12-18/2023-12-18 other held",
  ],
  [
    "w",
    "2023-12-20",
    "The fifth dedicated discussion was held on 14 December, and the sixth is tentatively set for 25 January.",
    "2023-12-14/2023-12-14 dedicated-discussion held; 2024-01-25/2024-01-25 dedicated-discussion tentative",
  ],
  [
    "w",
    "2023-12-20",
    "The Council for TRIPS, the Committee on Trade and Development and the General Council also discuss e-commerce; the last named meets on 22 January.",
    "2024-01-22/2024-01-22 council upcoming",
  ],
  [
    "n",
    "2024-03-12",
    "Opening a conference on digital trade in Nairobi on 11 March, Deputy Director-General Ana Prieto called for cheaper data.",
    "2024-03-11/2024-03-11 other held",
  ],
  ["n", "2024-03-12", "The Informal Working Group on MSMEs met on 11 March.", "2024-03-11/2024-03-11 other held"],
  [
    "n",
    "2024-03-12",
    "The Committee on Trade and Development held a workshop on 7 and 8 March.",
    "2024-03-07/2024-03-08 workshop held",
  ],
  ["n", "2024-03-12", "The Global Review will be held from 26 to 28 June.", "2024-06-26/2024-06-28 other upcoming"],
  ["n", "2024-03-12", "The online course opens on 2 April.", "2024-04-02/2024-04-02 workshop upcoming"],
])("%s %s: %s", (process, published, text, expected) => {
  expect(read(item(LEADS[process], published, text))).toBe(expected);
});

describe("a meeting told in several sentences", () => {
  test("is one, by the days that are all known", () => {
    const text = "The last round opens on 27 November. The round of 27 November to 1 December will deal with scope.";
    expect(read(item(LEADS.j, "2023-11-03", text))).toBe("2023-11-27/2023-12-01 plenary upcoming");
  });

  test("keeps a session with a day of its own", () => {
    const text = "A round was held from 11 to 14 March. On 14 March, heads of delegation took stock.";
    expect(read(item(LEADS.j, "2024-03-15", text))).toBe(
      "2024-03-11/2024-03-14 plenary held; 2024-03-14/2024-03-14 stocktaking held",
    );
  });

  test("has the quote that states it, word for word", () => {
    const found = item(LEADS.j, "2024-03-15", "It was long. The co-convenors’ round ran from 11 to 14 March.");
    expect(meetingsOf(found, sentencesOf(found))[0]?.quote).toBe("The co-convenors’ round ran from 11 to 14 March.");
  });
});

describe("without a day of publication", () => {
  test("the address gives it", () => {
    const found = {
      ...item(LEADS.j, undefined, "A plenary met on 3 January."),
      url: "https://www.wto.org/x/ecom_05jan24_e.htm",
    };
    expect(read(found)).toBe("2024-01-03/2024-01-03 plenary held");
  });

  test("the latest year of the text stands in", () => {
    const text = "The round of 25 to 28 October went well; a text is due by the end of 2022. It began in 2019.";
    expect(read(item(LEADS.j, undefined, text))).toBe("2022-10-25/2022-10-28 plenary held");
  });
});

test("weekdays are told from publication and need the name of a meeting", () => {
  expect(read(item(LEADS.j, "2023-05-11", "A plenary on Monday went through the text."))).toBe(
    "2023-05-08/2023-05-08 plenary held",
  );
  expect(read(item(LEADS.j, "2023-05-11", "The next plenary opens on Monday."))).toBe(
    "2023-05-15/2023-05-15 plenary upcoming",
  );
  expect(read(item(LEADS.j, "2023-05-11", "On Monday, prices rose."))).toBe("");
});

test.each([
  ["Negotiators settle spam, launch small group on parcels", "plenary"],
  ["E-commerce: two new discussion groups on parcels and stamps", "plenary"],
  ["Small group on parcels looks at two texts", "small-group"],
] as const)("a headline tells which kind met, and not which group was begun: %s", (title, kind) => {
  const description = "E-commerce negotiators in the joint initiative met from 25 to 28 October.";
  expect(read({ ...item(description, "2022-10-28", ""), title })).toBe(`2022-10-25/2022-10-28 ${kind} held`);
});
