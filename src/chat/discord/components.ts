import type { Asked, Reply } from "../../model/ask.ts";
import type { Button } from "../../model/button.ts";
import { pageWordsOf } from "../../model/page-words.ts";
import { cleanText } from "../inert.ts";
import { turnsFrom, type Sheet } from "../sheets.ts";

/** A button as Discord's interface takes it. */
export interface ButtonComponent {
  readonly type: typeof BUTTON;
  readonly style: typeof SECONDARY;
  readonly label: string;
  readonly custom_id: string;
}

export interface ButtonRow {
  readonly type: typeof ROW;
  readonly components: readonly ButtonComponent[];
}

/** Source of the limits: https://docs.discord.com/developers/components/reference#button */
const LABEL = 80;
const CUSTOM_ID = 100;
const BUTTONS_IN_ROW = 5;
const ROWS = 5;
const ROW = 1;
const BUTTON = 2;
const SECONDARY = 2;

/** Buttons of the desk, below a message. */
export function buttonRows(buttons: readonly Button[]): ButtonRow[] {
  return rowsOf(buttons.map(({ id, label }) => button(`desk:${id}`, label)));
}

/**
 * The buttons below an answer: to its other pages, and those of the desk.
 * @param token under which the question is kept, where there is more to show
 */
export function replyRows(reply: Reply, sheet: Sheet, token: string | undefined): ButtonRow[] {
  return [...rowsOf(token === undefined ? [] : pageButtons(reply, sheet, token)), ...buttonRows(reply.buttons)];
}

function pageButtons(reply: Reply, sheet: Sheet, token: string): readonly ButtonComponent[] {
  const names = pageWordsOf(reply.answer.language);
  const { before, after } = turnsFrom(reply, sheet);
  return [
    ...(before === undefined ? [] : [button(["page", token, ...before].join(":"), `‹ ${names.previous}`)]),
    ...(after === undefined ? [] : [button(["page", token, ...after].join(":"), `${names.next} ›`)]),
  ];
}

function button(id: string, label: string): ButtonComponent {
  return { type: BUTTON, style: SECONDARY, label: cleanText(label).slice(0, LABEL), custom_id: id.slice(0, CUSTOM_ID) };
}

function rowsOf(buttons: readonly ButtonComponent[]): ButtonRow[] {
  const rows: ButtonRow[] = [];
  for (let at = 0; at < buttons.length && rows.length < ROWS; at += BUTTONS_IN_ROW)
    rows.push({ type: ROW, components: buttons.slice(at, at + BUTTONS_IN_ROW) });
  return rows;
}

/** What a button of ours asks for; undefined for one that is none. */
export function askedByButton(customId: string): Asked | undefined {
  if (customId.startsWith("desk:")) return { kind: "button", id: customId.slice("desk:".length) };
  const [kind, token = "", page = "1", sheet = "0"] = customId.split(":");
  if (kind !== "page") return undefined;
  return { kind: "page", token, page: Number(page), sheet: sheet === "last" ? "last" : Number(sheet) };
}
