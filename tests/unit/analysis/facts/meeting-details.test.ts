import { expect, test } from "vitest";
import { meetingsOf } from "../../../../src/analysis/facts/meetings.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import { anItem } from "../an-item.ts";

function read(text: string): readonly string[] {
  const item = anItem({ title: "E-commerce news", published: "2025-02-03", description: text });
  return meetingsOf(item, sentencesOf(item)).map(({ body, place }) => `${body ?? "-"} | ${place ?? "-"}`);
}

test.each([
  ["The General Council met on 20 January.", "General Council | -"],
  ["The Council for Trade in Services took it up on 22 January.", "Council for Trade in Services | -"],
  ["Le Conseil du commerce des services s’est réuni le 22 janvier.", "Conseil du commerce des services | -"],
  ["El Consejo General se reunió el 20 de enero en Ginebra.", "Consejo General | Ginebra"],
  ["The Council sits again on 5 May.", "- | -"],
  ["The small group on privacy will meet on 3 March.", "small group on privacy | -"],
  [
    "Small groups on source code and spam met online from 13 to 15 January.",
    "Small groups on source code and spam | online",
  ],
  ["Le groupe restreint sur les flux de données se réunira le 4 mars.", "groupe restreint sur les flux de données | -"],
  ["Los grupos reducidos sobre privacidad, spam y datos se reunirán el 4 de marzo.", "grupos reducidos | -"],
  [
    "The 13th Ministerial Conference took place in Abu Dhabi from 26 to 29 February 2024.",
    "13th Ministerial Conference | Abu Dhabi",
  ],
  ["MC14 opens in Yaoundé on 26 March 2026.", "MC14 | Yaoundé"],
  ["La CM14 se tiendra à Yaoundé du 26 au 29 mars 2026.", "CM14 | Yaoundé"],
  ["Ministers decided in Geneva on 17 January to keep the practice until MC14.", "- | Geneva"],
  ["The next plenary will be held in Buenos Aires from 10 to 12 March.", "plenary | Buenos Aires"],
  ["La ronda tuvo lugar en Ginebra del 29 al 31 de enero.", "ronda | Ginebra"],
  ["La prochaine plénière aura lieu en ligne le 4 mars.", "plénière | en ligne"],
  ["Talks resume in Geneva, where the General Council meets on 6 and 7 May.", "General Council | Geneva"],
  ["The General Council and the Committee on Rules of Origin met on 20 January.", "Committee on Rules of Origin | -"],
  ["The Committee on Import Licensing met on 20 January.", "Committee on Import Licensing | -"],
  [
    "Le Comité de la facilitation des échanges s’est réuni le 22 janvier.",
    "Comité de la facilitation des échanges | -",
  ],
  ["The Global Review of Aid for Trade opens on 8 July.", "Global Review of Aid for Trade | -"],
  ["The plenary meets in Rio de Janeiro, Brazil, on 4 March.", "plenary | Rio de Janeiro, Brazil"],
  ["La plenaria tendrá lugar en Abu Dhabi (del 4 al 6 de marzo).", "plenaria | Abu Dhabi"],
])("%s", (text, told) => {
  expect(read(text)).toEqual([told]);
});

test("a place is no month, no part of a body's name, and not where somebody else is", () => {
  expect(read("The Council for Trade in Services met on 20 January.")).toEqual(["Council for Trade in Services | -"]);
  expect(read("La plénière s’est tenue le 22 janvier au Secrétariat de l’OMC.")).toEqual(["plénière | -"]);
  expect(read("The plenary met on 20 January in English and in French.")).toEqual(["plenary | -"]);
  expect(read("The Ambassador in Geneva said that the plenary meets on 4 March.")).toEqual(["plenary | -"]);
});

test("what one sentence leaves out another may tell", () => {
  expect(
    read("A plenary is planned for 10 March. Participants will gather in Bern on 10 March for the plenary meeting."),
  ).toEqual(["plenary | Bern"]);
});
