import { expect, test } from "vitest";
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
  [
    "j",
    "2023-06-23",
    "La plénière du 22 juin a fait le point sur les articles en suspens.",
    "2023-06-22/2023-06-22 plenary held",
  ],
  [
    "j",
    "2023-06-23",
    "Les chefs de délégation se réuniront le 6 juillet.",
    "2023-07-06/2023-07-06 stocktaking upcoming",
  ],
  [
    "j",
    "2023-06-23",
    "La réunion prévue le 29 juin est reportée au 4 juillet.",
    "2023-06-29/2023-06-29 plenary postponed; 2023-07-04/2023-07-04 plenary upcoming",
  ],
  [
    "j",
    "2023-06-23",
    "Les groupes restreints ont travaillé les 19, 20 et 21 juin.",
    "2023-06-19/2023-06-21 small-group held",
  ],
  ["j", "2023-06-23", "Le texte, distribué le 15 juin, a été bien accueilli.", ""],
  [
    "j",
    "2023-06-23",
    "Une séance d’information aura lieu le 1er septembre.",
    "2023-09-01/2023-09-01 workshop upcoming",
  ],
  [
    "w",
    "2023-06-23",
    "Le Conseil général, qui se réunit les 24 et 25 juillet, en sera saisi.",
    "2023-07-24/2023-07-25 council upcoming",
  ],
  ["w", "2023-06-23", "Le moratoire expire le 31 mars 2024.", ""],
  [
    "w",
    "2023-06-23",
    "La prochaine discussion spécifique devrait se tenir, sous réserve de confirmation, le 20 juillet.",
    "2023-07-20/2023-07-20 dedicated-discussion tentative",
  ],
  [
    "j",
    "2023-06-23",
    "La sesión plenaria del 22 de junio pasó revista a los artículos pendientes.",
    "2023-06-22/2023-06-22 plenary held",
  ],
  [
    "j",
    "2023-06-23",
    "Los jefes de delegación se reunirán el 6 de julio.",
    "2023-07-06/2023-07-06 stocktaking upcoming",
  ],
  [
    "j",
    "2023-06-23",
    "La próxima ronda tendrá lugar del 30 de octubre al 3 de noviembre.",
    "2023-10-30/2023-11-03 plenary upcoming",
  ],
  ["j", "2023-06-23", "El texto, distribuido el 15 de junio, fue bien acogido.", ""],
  [
    "j",
    "2023-06-23",
    "Los grupos reducidos trabajaron los días 19 a 21 de junio.",
    "2023-06-19/2023-06-21 small-group held",
  ],
  [
    "j",
    "2023-06-23",
    "La reunión prevista para el 29 de junio se ha aplazado al 4 de julio.",
    "2023-06-29/2023-06-29 plenary postponed; 2023-07-04/2023-07-04 plenary upcoming",
  ],
  [
    "w",
    "2023-06-23",
    "El Consejo General examinará el informe los días 24 y 25 de julio.",
    "2023-07-24/2023-07-25 council upcoming",
  ],
  [
    "w",
    "2023-06-23",
    "La Conferencia Ministerial se celebrará del 26 al 29 de febrero de 2024.",
    "2024-02-26/2024-02-29 ministerial upcoming",
  ],
  ["w", "2023-06-23", "El taller del 1 y 2 de junio reunió a expertos.", "2023-06-01/2023-06-02 workshop held"],
  [
    "j",
    "2024-05-17",
    "Les participants se retrouveront le 10 juin pour une séance plénière.",
    "2024-06-10/2024-06-10 plenary upcoming",
  ],
  [
    "j",
    "2024-05-17",
    "La dernière série de réunions, tenue du 13 au 16 mai, a été constructive.",
    "2024-05-13/2024-05-16 plenary held",
  ],
  [
    "j",
    "2024-05-17",
    "Le 15 mai, les facilitateurs ont présenté leurs rapports en plénière.",
    "2024-05-15/2024-05-15 plenary held",
  ],
  ["j", "2024-05-17", "Dans un communiqué du 16 mai, les coorganisateurs se disent confiants.", ""],
  [
    "w",
    "2024-05-17",
    "La réunion informelle du 14 mai a porté sur la fracture numérique.",
    "2024-05-14/2024-05-14 dedicated-discussion held",
  ],
  [
    "w",
    "2024-05-17",
    "Un débat thématique est prévu pour le 20 juin, date à confirmer.",
    "2024-06-20/2024-06-20 dedicated-discussion tentative",
  ],
  [
    "w",
    "2024-05-17",
    "La douzième Conférence ministérielle s’est tenue à Genève du 12 au 17 juin 2022.",
    "2022-06-12/2022-06-17 ministerial held",
  ],
  [
    "j",
    "2024-05-17",
    "Reunidos en sesión plenaria el 15 de mayo, los participantes revisaron el anexo.",
    "2024-05-15/2024-05-15 plenary held",
  ],
  [
    "j",
    "2024-05-17",
    "La serie de reuniones celebrada del 13 al 16 de mayo fue constructiva.",
    "2024-05-13/2024-05-16 plenary held",
  ],
  [
    "j",
    "2024-05-17",
    "La próxima plenaria está prevista provisionalmente para el 10 de junio.",
    "2024-06-10/2024-06-10 plenary tentative",
  ],
  [
    "w",
    "2024-05-17",
    "El 14 de mayo los Miembros debatieron la brecha digital.",
    "2024-05-14/2024-05-14 dedicated-discussion held",
  ],
  [
    "w",
    "2024-05-17",
    "En una sesión informativa organizada el 15 de mayo se presentaron cifras.",
    "2024-05-15/2024-05-15 workshop held",
  ],
  [
    "w",
    "2024-05-17",
    "El Consejo General se reunirá los días 22 y 23 de julio.",
    "2024-07-22/2024-07-23 council upcoming",
  ],
  ["w", "2024-05-17", "La moratoria vence el 31 de marzo de 2026.", ""],
  ["w", "2024-05-17", "El informe se publicó el 10 de mayo.", ""],
])("%s %s: %s", (process, published, text, expected) => {
  expect(read(item(LEADS[process], published, text))).toBe(expected);
});
