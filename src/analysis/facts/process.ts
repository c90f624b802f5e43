import type { Item } from "../../model/item.ts";
import { remembered } from "../remembered.ts";
import { plain } from "./plain-text.ts";
import { firstMatch, has, phrases, tableOf } from "./word-tables.ts";

/** The negotiations of a group of members, the 1998 Work Programme of all, or neither. */
export type Process = "joint-initiative" | "work-programme" | "none";

const SIGNS = tableOf<Process>([
  [
    "joint-initiative",
    [
      "co-?conven[eo]rs?",
      "joint (?:statement )?initiative",
      "exploratory (?:work|talks|discussions)",
      "e-commerce (?:negotiations|talks|negotiators|initiative|round|agreement)",
      "(?:negotiations|talks|initiative|agreement) on (?:e-commerce|electronic commerce|digital trade)",
      "(?:digital trade) (?:negotiations|talks|negotiators)",
      "negotiators",
      "co-?organisateurs?",
      "initiative (?:conjointe )?(?:liée à la Déclaration conjointe )?sur le commerce électronique",
      "(?:négociations?|négociateurs|accord|pourparlers|participants aux négociations) (?:plurilatérales? )?sur le commerce électronique",
      "coorganizador(?:es|as)?",
      "iniciativa (?:conjunta )?(?:relacionada con la Declaración Conjunta )?sobre (?:el )?comercio electrónico",
      "(?:negociaci(?:ón|ones)|acuerdo) (?:plurilaterales )?sobre (?:el )?comercio electrónico",
    ],
  ],
  [
    "work-programme",
    [
      "work programme(?: on (?:electronic commerce|e-commerce))?",
      "dedicated (?:discussions?|sessions?)",
      "programme de travail",
      "discussions? spécifiques?",
      "programa de trabajo",
      "debates? específicos?",
    ],
  ],
  [
    "none",
    [
      "small business group",
      "informal working group",
      "msmes? group",
      "public forum",
      "global review",
      "groupe de travail informel",
      "forum public",
      "grupo de trabajo informal",
      "foro público",
    ],
  ],
]);

/** Where no process is named, these are of the Work Programme. */
const HINTS = phrases([
  "workplan|work plan|plan of work|moratorium",
  "plan de travail|moratoire",
  "plan de trabajo|moratoria",
  "facilitat(?:or|eur|rice)|facilitador|facilitadora",
]);

/** The process that an item names first, in the order of reading. */
export const processOf: (item: Item) => Process = remembered((item) => {
  const text = `${item.title}\n${item.description}\n${item.text ?? ""}`;
  return processIn(text) ?? (has(plain(text), HINTS) ? "work-programme" : "none");
});

/** The process that a text names first, or undefined where it names none. */
export function processIn(text: string): Process | undefined {
  return firstMatch(plain(text), SIGNS)?.value;
}
