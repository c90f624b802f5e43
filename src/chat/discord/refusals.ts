import type { ChatFailure } from "../errors.ts";

/** What one of Discord's error codes means for us, and what somebody can do about it. */
export interface Refusal {
  readonly failure: ChatFailure;
  readonly remedy: string | undefined;
}

const PERMISSIONS =
  "give the bot View Channel, Send Messages, Embed Links and Read Message History there (channel settings, Permissions)";
const INVITE = "check the channel's id, and that the bot was invited to that server";
const OTHER_CHANNEL = "choose a text or announcement channel";

/**
 * Discord's error codes that mean more than "this message is wrong".
 * Source: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
 */
export const REFUSALS: ReadonlyMap<number, Refusal> = new Map<number, Refusal>([
  [10003, { failure: "channel-unavailable", remedy: INVITE }],
  [10004, { failure: "channel-unavailable", remedy: INVITE }],
  [10007, { failure: "channel-unavailable", remedy: INVITE }],
  [10008, { failure: "gone", remedy: undefined }],
  [20028, { failure: "rate-limited", remedy: undefined }],
  [30046, { failure: "gone", remedy: undefined }],
  [40001, { failure: "unauthorised", remedy: "check the token in the configuration" }],
  [40002, { failure: "unauthorised", remedy: "verify the account that owns the bot" }],
  [40062, { failure: "rate-limited", remedy: undefined }],
  [
    40333,
    {
      failure: "unreachable",
      remedy: "Discord's guard turned the request away; check the network's address and apiUrl",
    },
  ],
  [50001, { failure: "channel-unavailable", remedy: `the bot can't see it: ${PERMISSIONS}` }],
  [50005, { failure: "gone", remedy: undefined }],
  [50008, { failure: "channel-unavailable", remedy: OTHER_CHANNEL }],
  [50009, { failure: "channel-unavailable", remedy: "the server's verification level keeps the bot out; lower it" }],
  [50013, { failure: "channel-unavailable", remedy: PERMISSIONS }],
  [50014, { failure: "unauthorised", remedy: "check the token in the configuration" }],
  [50021, { failure: "gone", remedy: undefined }],
  [50024, { failure: "channel-unavailable", remedy: OTHER_CHANNEL }],
  [50083, { failure: "channel-unavailable", remedy: "the thread is archived; open it again" }],
  [160002, { failure: "channel-unavailable", remedy: "give the bot Read Message History there" }],
  [160005, { failure: "channel-unavailable", remedy: "the thread is locked; unlock it" }],
]);
