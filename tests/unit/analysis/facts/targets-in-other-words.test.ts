import { expect, test } from "vitest";
import { targetsOf } from "../../../../src/analysis/facts/targets.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";

function item(text: string): Item {
  const description = "Negotiators in the joint initiative on e-commerce went on with their work.";
  return { url: undefined, guid: undefined, title: "News", published: "2023-04-20", language: "en", description, text };
}

function times(text: string, published = "2023-04-20"): string {
  const read = { ...item(text), published };
  return targetsOf(read, sentencesOf(read))
    .map((target) => target.by)
    .join("; ");
}

test.each([
  ["The co-convenors set 16 June as the deadline for new proposals.", "2023-06-16"],
  ["Les coorganisateurs ont fixé au 16 juin la date limite pour les propositions.", "2023-06-16"],
  ["Los coorganizadores fijaron el 16 de junio como fecha límite para las propuestas.", "2023-06-16"],
  ["The initiative is on course to conclude in 2024.", "2024"],
  ["Delegations still owe their comments, which they are to hand in by 12 May.", "2023-05-12"],
  ["Anyone who wants to add a footnote has until 12 May.", "2023-05-12"],
  ["The Secretariat will supply a table of national laws by 12 May.", "2023-05-12"],
  ["Replies should come in no later than 12 May.", "2023-05-12"],
  ["The facilitators will table their notes on 12 May at the latest.", "2023-05-12"],
  ["A list of open points will be drawn up by June.", "2023-06"],
  ["A factual note will follow in the third quarter.", "2023-Q3"],
  ["The Secretariat will publish its survey in the autumn.", "2023-autumn"],
  ["In July, the facilitator will circulate a shorter draft.", "2023-07"],
  ["The next draft is expected in the first week of June.", "2023-06"],
  ["A clean version is due in early July.", "2023-07"],
  ["Schedules are to be ready in mid-June.", "2023-06"],
  ["They want a first basket before 2023 is out.", "2023-12-31"],
  ["The package should be settled by the close of the year.", "2023-12-31"],
  ["The co-convenors hope for an early harvest by midsummer.", "2023-summer"],
  ["They undertake to complete the annex in early 2024.", "2024-early"],
  ["Final comments are wanted by the end of the month.", "2023-04-30"],
  ["The report is promised for the final quarter of 2023.", "2023-Q4"],
  ["The agreement is to apply from 1 July 2024.", "2024-07-01"],
  ["Nine members would start to apply it in the second quarter of 2024.", "2024-Q2"],
  ["The amendment takes effect on 1 July 2024.", "2024-07-01"],
  [
    "Members want the draft ready for ministers at MC13, which the Emirates will host from 26 to 29 February 2024.",
    "2024-02-26",
  ],
  ["They want ten articles agreed by MC13, which begins on 26 February 2024.", "2024-02-26"],
  ["Les délégations rendront leurs textes le 12 mai au plus tard.", "2023-05-12"],
  ["D’ici au 12 mai, les facilitateurs transmettront leurs projets.", "2023-05-12"],
  ["Les réponses sont attendues pour la fin du mois de mai.", "2023-05-31"],
  ["Le Secrétariat publiera en automne une étude sur les paiements.", "2023-autumn"],
  ["Un projet épuré est attendu au troisième trimestre.", "2023-Q3"],
  ["Une note paraîtra début juin.", "2023-06"],
  ["L’accord s’appliquera à compter du 1er juillet 2024.", "2024-07-01"],
  ["L’accord entrera en vigueur le 1er juillet 2024.", "2024-07-01"],
  ["Chaque participant communiquera sa liste avant le 12 mai.", "2023-05-12"],
  ["Les délégations ont jusqu’au 12 mai pour réagir.", "2023-05-12"],
  ["Cada Miembro remitirá su lista antes del 12 de mayo.", "2023-05-12"],
  ["La Secretaría publicará una nota en otoño.", "2023-autumn"],
  ["El texto revisado se distribuirá a comienzos de junio.", "2023-06"],
  ["Mantienen la intención de concluir a mediados de 2024.", "2024-mid"],
  ["El facilitador confía en que en otoño de 2023 quede cerrado el artículo.", "2023-autumn"],
  ["Se aguarda un nuevo proyecto para el cuarto trimestre.", "2023-Q4"],
  ["El Acuerdo comenzará a aplicarse el 1 de julio de 2024.", "2024-07-01"],
  ["Las delegaciones tienen hasta el 12 de mayo para responder.", "2023-05-12"],
  ["Se pidieron respuestas por escrito, a más tardar el 12 de mayo.", "2023-05-12"],
])("%s", (text, expected) => {
  expect(times(text)).toBe(expected);
});

test.each([
  ["The moratorium expires at MC13 or on 31 March 2024, whichever is earlier.", "2024-03-31"],
  ["Should MC13 be held after 31 March 2024, the moratorium lapses on that day.", "2024-03-31"],
  ["The moratorium runs out with MC13, and in any case on 31 March 2024.", "2024-03-31"],
  ["The moratorium remains in force until ministers next meet, in 2024.", "2024"],
  ["Le moratoire prendra fin à la CM13, et en tout cas le 31 mars 2024.", "2024-03-31"],
  ["La moratoria se mantendrá hasta el próximo período de sesiones, que tendrá lugar en 2024.", "2024"],
  ["La moratoria vencerá el 31 de marzo de 2024.", "2024-03-31"],
  [
    "Members extended the moratorium until MC13. If that conference is delayed, it lapses on 31 March 2024.",
    "2024-03-31",
  ],
  ["The group would like ministers to prolong the moratorium until MC14.", ""],
])("%s", (text, expected) => {
  expect(times(text)).toBe(expected);
});

test.each([
  "The next round will take place by the end of June.",
  "Rounds will follow in June and July.",
  "Participants met in March.",
  "Workshops will be held in the third quarter.",
  "The group will turn to data flows in the second half of May.",
  "Trade in services grew again in the first quarter of 2024.",
  "Business expects demand to double by 2030.",
  "The report published in April says that small firms sell more.",
  "Ministers will discuss the draft in Abu Dhabi in February 2024.",
  "A seminar on payments is expected in the autumn.",
  "La próxima ronda se celebrará antes del verano.",
  "Les participants se réuniront à nouveau en juin.",
])("no target: %s", (text) => {
  expect(times(text)).toBe("");
});

test.each([
  [
    "Participants met for four days, building on earlier work, with the target of issuing a shorter draft by the end of 2023.",
    "issuing a shorter draft",
  ],
  ["The Secretariat will supply a table of national laws by 12 May.", "supply a table of national laws"],
  ["In July, the facilitator will circulate a shorter draft.", "circulate a shorter draft"],
  ["A factual note will follow in the third quarter.", "factual note"],
  ["La Secretaría publicará en otoño una nota sobre los pagos.", "publicará una nota sobre los pagos"],
])("what is due: %s", (text, expected) => {
  const read = item(text);
  const what = targetsOf(read, sentencesOf(read))[0]?.what ?? "";
  expect(what).toContain(expected.split(" ").slice(-3).join(" "));
  expect(what.split(" ").length).toBeLessThanOrEqual(14);
});

test.each([
  [
    "The facilitator, Ambassador Ilse Vandermeer (Belgium), intends to gavel the chapter in before the winter break.",
    "2024-12",
  ],
  ["Delegations were given until 6 December to react.", "2024-12-06"],
  ["Written questions may be sent in up to 6 December.", "2024-12-06"],
  ["A scoping note is in the pipeline for January.", "2025-01"],
  ["Parties have a year, until 30 November 2025, to lodge their instruments.", "2025-11-30"],
  ["The text will be opened for signature on 26 March 2026.", "2026-03-26"],
  ["Negotiators are working towards a clean text by the spring.", "2025-spring"],
  ["The window for comments closes on 6 December.", "2024-12-06"],
  ["Two thirds of the signatories must have ratified by 2027.", "2027"],
  ["The chapter has to be wrapped up within the first quarter of 2025.", "2025-Q1"],
  ["The Secretariat has been asked for a paper, to be available in February.", "2025-02"],
  ["Comments on the draft are welcome through 6 December.", "2024-12-06"],
  ["The goal: a package for ministers at MC14 in Yaoundé.", "MC14"],
  ["The co-convenors aim for substantial conclusion before the year is out.", "2024-12-31"],
  ["Le groupe espère boucler son chapitre avant la trêve hivernale.", "2024-12"],
  ["Les délégations sont invitées à réagir par écrit jusqu'au 6 décembre.", "2024-12-06"],
  ["La Présidente remettra son rapport au plus tard le 6 décembre.", "2024-12-06"],
  ["Le texte sera ouvert à la signature le 26 mars 2026.", "2026-03-26"],
  ["Les coorganisateurs tablent sur un texte épuré au printemps.", "2025-spring"],
  ["Il est prévu que l'étude paraisse au premier trimestre de 2025.", "2025-Q1"],
  ["Le moratoire reste en vigueur jusqu'à la CM14, au plus tard jusqu'au 31 mars 2026.", "2026-03-31"],
  ["La facilitadora quiere cerrar el capítulo antes de que termine el año.", "2024-12-31"],
  ["Las delegaciones disponen hasta el 6 de diciembre para reaccionar.", "2024-12-06"],
  ["El plazo para presentar observaciones finaliza el 6 de diciembre.", "2024-12-06"],
  ["El estudio verá la luz en el primer trimestre de 2025.", "2025-Q1"],
  ["La moratoria dejará de aplicarse el 31 de marzo de 2026.", "2026-03-31"],
  ["Los coorganizadores fijaron la primavera como meta para concluir.", "2025-spring"],
  ["Se invita a los Miembros a enviar aportaciones a más tardar el 6 de diciembre.", "2024-12-06"],
  ["The last round of the year ended on 21 November with two articles agreed.", ""],
  ["The group last met in September.", ""],
  ["The next stocktaking is expected in early 2025.", ""],
  ["Japan submitted its proposal in October and will present it in December.", ""],
  ["The Agreement, concluded in July, covers 38 articles.", ""],
  ["Work will continue in January.", ""],
  ["Discussions are due to resume in February.", ""],
  ["The paper says that 5 billion people will be online by 2030.", ""],
])("in November 2024: %s", (text, expected) => {
  expect(times(text, "2024-11-22")).toBe(expected);
});
