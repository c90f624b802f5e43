import { ROLES } from "../language-words/role-words.ts";
import type { Process } from "./process.ts";
import { has, matchesOf, phrases, tableOf } from "./word-tables.ts";

/** An office in English, and its place in the table: the lower, the more it says. */
export interface Role {
  readonly name: string;
  readonly rank: number;
}

const ROWS = tableOf(ROLES.map(([, words], rank) => [rank, [words]] as const));

/** Any word of any role. */
export const ANY_ROLE = phrases(ROLES.map(([, words]) => words));
const STATE_OFFICES = new Set([
  "Prime Minister",
  "Deputy Minister",
  "Minister for Trade",
  "Minister",
  "Minister-Counsellor",
  "Commissioner",
  "Secretary of State",
  "President",
  "spokesperson",
  "Director",
  "Permanent Representative",
  "Deputy Permanent Representative",
  "Deputy Chief of Mission",
  "Head of Mission",
  "Ambassador",
  "Chargé d'affaires",
  "negotiator",
  "representative",
  "expert",
]);
/** Who speaks for an officer is none. */
const SPEAKS_FOR =
  /^(?:,| —| –|\s)*(?:who |qui |que |quien )?(?:spoke|speaking|speaks|read|hab(?:ló|lando)|(?:s'est exprimé|s'exprimant))(?:e?) (?:for|on behalf of|au nom|en nombre)/iu;
const SPOKESPERSON = "spokesperson";
const GENERAL_COUNCIL = phrases(["general council", "conseil général", "consejo general"]);
const WORK_PROGRAMME = phrases(["work programme", "programme de travail", "programa de trabajo"]);
const SMALL_GROUP =
  /(?:small |discussion )?groups? (?:discussions? )?on (?:the )?(?<subject>[^,.;:]{3,60}?)(?=[”"»],?| (?:who|which|said|noted|reported|described|expects)|[,.;:”"]|$)/iu;

const QUOTES = /["“”«»]/gu;
/** "The small group on this topic" */
const REFERS_BACK =
  /^(?:this|that|these|those|the (?:same|matter|topic|subject)|it|ce|cette|ces|este|esta|estos|estas)(?!\p{L})/iu;

/** The weightiest role that a text names. */
export function roleIn(text: string): Role | undefined {
  let rank = ROLES.findIndex(([name]) => SPEAKS_FOR.test(text) && name === SPOKESPERSON);
  if (rank < 0) for (const match of matchesOf(text, ROWS)) rank = rank < 0 ? match.value : Math.min(rank, match.value);
  const name = ROLES[rank]?.[0];
  return name === undefined ? undefined : { name, rank };
}

/** Whether the holder of a role holds it for a country, so that the country named with it is the holder's. */
export function isStateOffice(role: Role): boolean {
  return STATE_OFFICES.has(role.name);
}

/** Says what somebody facilitates or chairs, as far as the words around the name or the item's process tell. */
export function withSubject(role: Role, around: string, process: Process): string {
  if (role.name === "Chair" && has(around, GENERAL_COUNCIL)) return "Chair of the General Council";
  if (role.name !== "facilitator") return role.name;
  const subject = SMALL_GROUP.exec(around)?.groups?.["subject"]?.replace(QUOTES, "").trim();
  if (subject !== undefined && subject !== "" && !REFERS_BACK.test(subject))
    return `facilitator of the small group on ${subject}`;
  return has(around, WORK_PROGRAMME) || process === "work-programme" ? "facilitator of the Work Programme" : role.name;
}
