import { expect, test } from "vitest";
import { targetsOf } from "../../../../src/analysis/facts/targets.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";

function item(published: string, text: string): Item {
  const description = "Negotiators in the joint initiative on e-commerce went on with their work.";
  return { url: undefined, guid: undefined, title: "News", published, language: "en", description, text };
}

function times(item: Item): string {
  return targetsOf(item, sentencesOf(item))
    .map((target) => target.by)
    .join("; ");
}

test.each<readonly [string, string, string]>([
  ["2022-02-25", "The co-convenors hope to settle most articles by the end of the year.", "2022-12-31"],
  ["2022-02-25", "Negotiators aim to have a first clean text by May.", "2022-05"],
  ["2022-02-25", "A consolidated text is to be issued in the autumn.", "2022-autumn"],
  ["2022-02-25", "Participants want to conclude in 2023.", "2023"],
  ["2022-02-25", "They expect to close five more articles in the first half of the year.", ""],
  ["2022-02-25", "Proposals should reach the Secretariat no later than 15 March.", "2022-03-15"],
  ["2022-02-25", "The deadline for comments is 18 March 2022.", "2022-03-18"],
  ["2022-02-25", "The facilitators were asked to report before Easter.", ""],
  ["2022-02-25", "Members hope for a decision on the moratorium at MC12.", "MC12"],
  [
    "2022-02-25",
    "The co-convenors plan to present a package at the 12th Ministerial Conference (MC12) in June.",
    "2022-06",
  ],
  ["2022-02-25", "Work on the annex will be finished before the summer recess.", "2022-summer"],
  ["2022-02-25", "A new version is due in early 2023.", "2023-early"],
  ["2022-02-25", "The text should be stable by mid-2023.", "2023-mid"],
  ["2022-02-25", "They intend to circulate a revised text in the second quarter.", "2022-Q2"],
  ["2022-02-25", "The next plenary is planned for the end of March.", ""],
  ["2022-02-25", "The text was circulated in December.", ""],
  ["2022-02-25", "The aim of finishing by the end of 2021 was missed.", ""],
  ["2022-02-25", "The earlier goal of a conclusion by MC12 has been dropped.", ""],
  ["2022-02-25", "The moratorium will lapse at MC12 unless it is extended.", "MC12"],
  ["2022-02-25", "Members agreed to extend the moratorium until MC13.", "MC13"],
  ["2022-02-25", "India’s proposal would end the moratorium at MC12.", ""],
  ["2022-02-25", "Several members asked for the moratorium to be extended until MC13.", ""],
  ["2022-02-25", "The moratorium is in force until 31 March 2024.", "2024-03-31"],
  ["2022-02-25", "The practice will be maintained until MC13 but no later than 31 March 2024.", "2024-03-31"],
  ["2022-02-25", "Les coorganisateurs espèrent conclure d’ici à la fin de 2023.", "2023-12-31"],
  ["2022-02-25", "L’objectif est de parvenir à un accord avant la CM12.", "MC12"],
  ["2022-02-25", "Un texte révisé devrait être distribué en juin.", "2022-06"],
  ["2022-02-25", "Les participants comptent achever les travaux avant l’été.", "2022-summer"],
  ["2022-02-25", "Le moratoire a été prorogé jusqu’à la CM13.", "MC13"],
  ["2022-02-25", "Les propositions doivent être présentées au plus tard le 15 mars.", "2022-03-15"],
  ["2022-02-25", "Los coorganizadores esperan concluir a finales de 2023.", "2023-12-31"],
  ["2022-02-25", "El objetivo es alcanzar un acuerdo antes de la CM12.", "MC12"],
  ["2022-02-25", "La moratoria se ha prorrogado hasta el 31 de marzo de 2024.", "2024-03-31"],
  ["2022-02-25", "Se prevé distribuir un texto revisado en junio.", "2022-06"],
  ["2022-02-25", "Las propuestas deben presentarse a más tardar el 15 de marzo.", "2022-03-15"],
  ["2022-02-25", "Los participantes confían en terminar antes de las vacaciones de verano.", "2022-summer"],
  ["2022-02-25", "A report to the General Council is due by the end of July.", "2022-07-31"],
  ["2022-02-25", "The co-convenors have set the end of 2023 as their deadline for a conclusion.", "2023-12-31"],
  ["2022-02-25", "Participants agreed on a work plan that leads to a clean text by December.", "2022-12"],
  ["2022-02-25", "The agreement is expected to enter into force in 2026.", "2026"],
  ["2022-02-25", "In 2022, the groups will turn to data flows.", ""],
  ["2022-02-25", "Sales online are expected to double by 2030.", ""],
  ["2022-02-25", "Small firms need broadband by 2025, a speaker said.", ""],
  ["2022-02-25", "The group looks to bridge the last gaps by next week.", ""],
  ["2022-02-25", "They said that the year-end target for a revised text stands.", "2022-12-31"],
  ["2022-02-25", "The facilitator intends to submit recommendations in time for MC12.", "MC12"],
  ["2022-02-25", "Half of the articles could be clean by the summer, the facilitators believe.", "2022-summer"],
  ["2022-02-25", "The moratorium, last prolonged in 2019, runs until MC12.", "MC12"],
  ["2023-04-20", "They confirmed their ambition to wrap up the negotiations before the year is out.", "2023-12-31"],
  ["2023-04-20", "The co-convenors reckon that half the articles will be clean by June.", "2023-06"],
  ["2023-04-20", "Facilitators have until 5 May to hand in their texts.", "2023-05-05"],
  ["2023-04-20", "A Chair’s text is promised for July.", "2023-07"],
  ["2023-04-20", "The annex should be agreed in the course of the summer.", "2023-summer"],
  ["2023-04-20", "Members gave themselves until the end of May to submit amendments.", "2023-05-31"],
  ["2023-04-20", "Substantial conclusion is foreseen for the end of 2023.", "2023-12-31"],
  ["2023-04-20", "A decision is wanted at MC13, which opens on 26 February 2024.", "2024-02-26"],
  ["2023-04-20", "The facilitator will submit her report to MC13.", ""],
  ["2023-04-20", "Without a decision the moratorium ends at MC13.", "MC13"],
  ["2023-04-20", "The text will be revised once more before the plenary of 22 June.", ""],
  ["2023-04-20", "Two more articles could be closed by the next round.", ""],
  ["2023-04-20", "The talks should be concluded by mid-year.", ""],
  ["2023-04-20", "Delegations want the chapter finished ahead of MC13.", "MC13"],
  ["2023-04-20", "The initiative was launched in January 2019.", ""],
  ["2023-04-20", "In December, 87 members took part.", ""],
  ["2023-04-20", "The text circulated in December 2022 runs to 90 pages.", ""],
  ["2023-04-20", "By the end of 2022, eight articles were clean.", ""],
  ["2023-04-20", "Implementation periods would end in 2030.", ""],
  ["2023-04-20", "Global sales are forecast to reach USD 8 trillion by 2027.", ""],
  ["2023-04-20", "Les facilitateurs doivent remettre leurs textes d’ici au 5 mai.", "2023-05-05"],
  ["2023-04-20", "Les coorganisateurs tablent sur une conclusion à la fin de l’année.", "2023-12-31"],
  ["2023-04-20", "L’objectif d’un accord d’ici à la CM13 est maintenu.", "MC13"],
  ["2023-04-20", "Se espera concluir para fines de 2023.", "2023-12-31"],
  ["2023-04-20", "El texto debería estar listo antes del receso estival.", "2023-summer"],
  ["2023-04-20", "Los Miembros esperan un resultado en la CM13, que se celebrará en febrero de 2024.", "2024-02"],
  ["2023-04-20", "The co-convenors are confident of a conclusion this year.", "2023"],
  ["2023-04-20", "They no longer expect to finish in 2023.", ""],
  ["2023-04-20", "Participants set out to agree on scope in the spring of 2024.", "2024-spring"],
])("%s: %s", (published, text, expected) => {
  expect(times(item(published, text))).toBe(expected);
});

test("a conference has the days that the item gives elsewhere", () => {
  const text = "MC13 takes place in Abu Dhabi from 26 to 29 February 2024. Members want an outcome by MC13.";
  expect(times(item("2023-10-10", text))).toBe("2024-02-26");
});

test("says what is due in the words of the source", () => {
  const found = item("2023-10-10", "The co-convenors’ aim is to conclude the talks by the end of the year.");
  expect(targetsOf(found, sentencesOf(found))).toEqual([
    {
      what: "conclude the talks",
      by: "2023-12-31",
      quote: "The co-convenors’ aim is to conclude the talks by the end of the year.",
    },
  ]);
});

test.each([
  [
    "Negotiators hope to close the gap on other articles, such as those on privacy and spam, by the end of the year.",
    "close the gap on other articles",
  ],
  ["That would allow them to show a clean text by the end of the year.", "show a clean text"],
  [
    "The goals that were set include a total of ten clean texts on spam by the end of the year.",
    "ten clean texts on spam",
  ],
  ["They expect the new draft (INF/ECOM/99/Rev.1) by the end of the year.", "the new draft"],
  [
    "Delegations reaffirmed their commitment to a substantial conclusion by the end of the year.",
    "substantial conclusion",
  ],
])("leaves out examples, asides and who is meant: %s", (sentence, what) => {
  const found = item("2023-10-10", sentence);
  expect(targetsOf(found, sentencesOf(found)).map((target) => target.what)).toEqual([what]);
});

test("what is due is named without what comes before it", () => {
  const text = "Negotiators met to narrow gaps ahead of a revised text expected by the end of the year.";
  expect(targetsOf(item("2022-10-28", text), sentencesOf(item("2022-10-28", text)))[0]?.what).toMatch(
    /^(?:a )?revised text$/u,
  );
});
