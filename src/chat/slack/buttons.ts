import type { types } from "@slack/bolt";
import { cleanText } from "../inert.ts";
import { LIMITS } from "./limits.ts";

/** A row of buttons, none where there are none. */
export function actions(elements: readonly types.Button[]): readonly types.ActionsBlock[] {
  return elements.length === 0 ? [] : [{ type: "actions", elements: [...elements] }];
}

/** docs.slack.dev/reference/block-kit/block-elements/button-element: `value` up to 2,000, the words up to 75 characters. */
export function button(id: string, label: string, value: string): types.Button {
  const text = cleanText(label).slice(0, LIMITS.buttonText);
  return {
    type: "button",
    action_id: id,
    text: { type: "plain_text", text, emoji: true },
    value: value.slice(0, LIMITS.buttonValue),
  };
}
