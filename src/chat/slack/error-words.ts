import type { ChatFailure } from "../errors.ts";

/** What a word in Slack's answer means, and what to do. CHANNEL and SCOPE stand for the ones concerned. */
interface Meaning {
  readonly failure: ChatFailure;
  readonly remedy: string | undefined;
}

/** The error codes that are certain, from docs.slack.dev/reference/methods/chat.postMessage, chat.update, conversations.history and conversations.replies. */
export const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ...all("unauthorised", "put the token that your Slack app shows now into the configuration", [
    "account_inactive",
    "invalid_auth",
    "not_allowed_token_type",
    "not_authed",
    "token_expired",
    "token_revoked",
    "user_removed_from_team",
  ]),
  ...all("unauthorised", "ask an administrator of the workspace", [
    "access_denied",
    "accesslimited",
    "enterprise_is_restricted",
    "org_login_required",
    "team_access_not_granted",
    "team_disabled",
    "two_factor_setup_required",
  ]),
  ...all("unauthorised", "give the Slack app the scope SCOPE and install it to the workspace again", ["missing_scope"]),
  ...all("channel-unavailable", "type /invite @tradepost in the channel", ["not_in_channel", "no_permission"]),
  ...all(
    "channel-unavailable",
    "check that CHANNEL is the channel's id; if it is a private channel, type /invite @tradepost in it",
    ["channel_not_found", "invalid_channel"],
  ),
  ...all("channel-unavailable", "unarchive CHANNEL or take it out of the configuration", [
    "is_archived",
    "is_inactive",
  ]),
  ...all("channel-unavailable", "let the app post there: CHANNEL's settings, Posting permissions", [
    "ekm_access_denied",
    "restricted_action",
    "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
  ]),
  ...all("rejected", undefined, [
    "block_mismatch",
    "invalid_arg_name",
    "invalid_arguments",
    "invalid_array_arg",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_must_be_sent_from_app",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
  ]),
  ...all("gone", undefined, ["cant_update_message", "edit_window_closed", "message_not_found", "thread_not_found"]),
]);

function all(
  failure: ChatFailure,
  remedy: string | undefined,
  codes: readonly string[],
): readonly (readonly [string, Meaning])[] {
  return codes.map((code) => [code, { failure, remedy }]);
}
