import { z } from "zod";
import type { Asked } from "../../model/ask.ts";

/** A button as it was pressed. */
export interface Pressed {
  readonly trigger: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly name: string;
  readonly responseUrl: string;
  /** Whether it stands below a message that only this person sees. */
  readonly isPrivate: boolean;
  readonly action: string;
  readonly value: string;
}

/** What we read of docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
const payload = z.object({
  type: z.literal("block_actions"),
  trigger_id: z.string(),
  response_url: z.string(),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  container: z.object({ is_ephemeral: z.boolean().optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
});

/** Reads what Slack tells of a pressed button; undefined for any other interaction. */
export function pressedFrom(body: unknown): Pressed | undefined {
  const read = payload.safeParse(body);
  if (!read.success) return undefined;
  const { trigger_id, response_url, team, channel, user, container, actions } = read.data;
  const [first] = actions;
  if (first === undefined) return undefined;
  return {
    trigger: trigger_id,
    team: team?.id ?? "",
    channel: channel.id,
    user: user.id,
    name: user.name ?? user.username ?? user.id,
    responseUrl: response_url,
    isPrivate: container?.is_ephemeral === true,
    action: first.action_id,
    value: first.value ?? "",
  };
}

/** What a button of ours asks for; undefined for one that is none. */
export function askedByButton({ action, value }: Pressed): Asked | undefined {
  if (action.startsWith("desk:")) return { kind: "button", id: value };
  if (action.startsWith("ask:")) return { kind: "typed", text: value };
  if (!action.startsWith("page:")) return undefined;
  const [token = "", page = "1", sheet = "0"] = value.split(":");
  return { kind: "page", token, page: Number(page), sheet: sheet === "last" ? "last" : Number(sheet) };
}
