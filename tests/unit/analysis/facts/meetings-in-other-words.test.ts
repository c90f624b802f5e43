import { expect, test } from "vitest";
import { meetingsOf } from "../../../../src/analysis/facts/meetings.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";

function read(text: string): string {
  const description = "Negotiators in the joint initiative on e-commerce went on with their work.";
  const published = "2022-09-16";
  const item: Item = { url: undefined, guid: undefined, title: "News", published, language: "en", description, text };
  return meetingsOf(item, sentencesOf(item))
    .map((meeting) => `${meeting.start}/${meeting.end} ${meeting.kind} ${meeting.status}`)
    .join("; ");
}

test.each([
  ["The ministers meet in Geneva on 30 November-3 December.", "2022-11-30/2022-12-03 ministerial upcoming"],
  ["The draft was shared with participants on 7 September.", ""],
  ["Le texte a été remis aux participants le 7 septembre.", ""],
  ["El texto se puso en línea y fue remitido a los participantes el 7 de septiembre.", ""],
  ["Negotiators met on Monday.", "2022-09-12/2022-09-12 plenary held"],
  ["Les négociateurs se sont réunis lundi.", "2022-09-12/2022-09-12 plenary held"],
  ["Lundi, les participants ont tenu une réunion plénière.", "2022-09-12/2022-09-12 plenary held"],
  ["They shaped today’s negotiations on trade.", ""],
  ["The co-convenors set 16 October as the deadline for new proposals.", ""],
  ["The round ran from Monday 12 September to Thursday 15 September.", "2022-09-12/2022-09-15 plenary held"],
  ["Les participants ont travaillé du lundi 12 septembre au jeudi 15 septembre.", "2022-09-12/2022-09-15 plenary held"],
  ["The round opened on 12 September and closed on 15 September.", "2022-09-12/2022-09-15 plenary held"],
  [
    "The negotiating round began on Monday, 12 September, and ended on 15 September.",
    "2022-09-12/2022-09-15 plenary held",
  ],
  [
    "Negotiators filled the room on 12 September when the co-convenors presented a new draft.",
    "2022-09-12/2022-09-12 plenary held",
  ],
  ["Three long days, from 12 to 14 September, brought two articles closer.", "2022-09-12/2022-09-14 plenary held"],
  [
    "Plenaries will be held monthly. Dates are known for two of them: 18 October and 20 November.",
    "2022-10-18/2022-10-18 plenary upcoming; 2022-11-20/2022-11-20 plenary upcoming",
  ],
  ["La ronda empezó el 12 de septiembre y concluyó el 15 de septiembre.", "2022-09-12/2022-09-15 plenary held"],
  ["Le cycle s'est ouvert le 12 septembre et s'est achevé le 15 septembre.", "2022-09-12/2022-09-15 plenary held"],
  ["The Director-General presented the report on 12 September.", ""],
  ["The note was published on 12 September.", ""],
  ["The co-convenors announced on 12 September that a text was ready.", ""],
  ["The course begins in Suva on 17 October.", "2022-10-17/2022-10-17 workshop upcoming"],
  ["The agreement will apply from 1 January 2024.", ""],
  [
    "In a dedicated discussion of the Work Programme, members looked on 12 September at platforms.",
    "2022-09-12/2022-09-12 dedicated-discussion held",
  ],
  ["A further meeting may be called on 17 October.", "2022-10-17/2022-10-17 plenary tentative"],
  ["A meeting that had been announced for 11 October will not go ahead.", "2022-10-11/2022-10-11 plenary postponed"],
  ["El próximo encuentro, el 20 de octubre, podría cambiar de fecha.", "2022-10-20/2022-10-20 plenary tentative"],
  ["The next plenary is on 20 October, but the date could still change.", "2022-10-20/2022-10-20 plenary tentative"],
  [
    "Se baraja la fecha del 5 de noviembre para otra plenaria, aún sin confirmar.",
    "2022-11-05/2022-11-05 plenary tentative",
  ],
  [
    "Reunidos en Davos el 12 de septiembre, los ministros confirmaron el plazo.",
    "2022-09-12/2022-09-12 ministerial held",
  ],
  [
    "Meeting in Geneva on 12 September, ministers of 70 members backed the text.",
    "2022-09-12/2022-09-12 ministerial held",
  ],
  ["On the fringes of MC12, three countries presented a fund on 13 June.", "2022-06-13/2022-06-13 other held"],
  [
    "The small group on source code met on 13 September and will meet again on 14 October.",
    "2022-09-13/2022-09-13 small-group held; 2022-10-14/2022-10-14 small-group upcoming",
  ],
  [
    "The item is on the agenda of the General Council meeting of 20 and 21 October.",
    "2022-10-20/2022-10-21 council upcoming",
  ],
  ["The group on cryptography held a session on 14 September.", "2022-09-14/2022-09-14 small-group held"],
  [
    "Both sides met again on Tuesday 13 and Thursday 15 September.",
    "2022-09-13/2022-09-13 plenary held; 2022-09-15/2022-09-15 plenary held",
  ],
  [
    "Delegations spent 13 September on definitions and 14 September on scope.",
    "2022-09-13/2022-09-13 plenary held; 2022-09-14/2022-09-14 plenary held",
  ],
  ["The workshop took place over two days, 13 and 14 September.", "2022-09-13/2022-09-14 workshop held"],
  [
    "At the E-commerce Week, from 12 to 16 September, the Secretariat showed new figures.",
    "2022-09-12/2022-09-16 other held",
  ],
  ["They will be back in Geneva on 10 October.", "2022-10-10/2022-10-10 plenary upcoming"],
  [
    "A stocktaking by heads of delegation, once set for 4 October, has slipped to 11 October.",
    "2022-10-04/2022-10-04 stocktaking postponed; 2022-10-11/2022-10-11 stocktaking upcoming",
  ],
  [
    "La réunion du 4 octobre est repoussée au 11 octobre.",
    "2022-10-04/2022-10-04 plenary postponed; 2022-10-11/2022-10-11 plenary upcoming",
  ],
  [
    "Le 12 septembre, devant le Forum, la Directrice générale a présenté le rapport.",
    "2022-09-12/2022-09-12 other held",
  ],
  ["The European Union tabled its text on 12 September.", ""],
  ["Talks resume on 10 October.", "2022-10-10/2022-10-10 plenary upcoming"],
  ["Business groups gathered in Geneva from 12 September.", ""],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
