import type { webApi } from "@slack/bolt";
import type { Log } from "../../model/log.ts";

/** Tells who may change what a channel gets. */
export interface Managers {
  mayManage(where: Where, signal: AbortSignal): Promise<boolean>;
}

/** A person in a channel of a workspace. */
export interface Where {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

/**
 * Workspace admins and owners, whoever made the channel, and those whom the configuration names. Slack is asked each
 * time: rights change. What can't be asked counts as no.
 */
export function managersOf(
  named: readonly string[],
  clientFor: (team: string, signal: AbortSignal) => Promise<webApi.WebClient>,
  log: Log,
): Managers {
  return {
    async mayManage({ team, channel, user }, signal) {
      if (named.includes(user)) return true;
      try {
        const client = await clientFor(team, signal);
        return (await isAdmin(client, user)) || (await hasMade(client, channel, user));
      } catch (error) {
        const remedy = "if scopes are missing, add users:read and channels:read, and install the app again";
        log.warn({ user, channel, error, remedy }, "slack does not say who may manage");
        return false;
      }
    },
  };
}

async function isAdmin(client: webApi.WebClient, user: string): Promise<boolean> {
  const { user: found } = await client.users.info({ user });
  return found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true;
}

async function hasMade(client: webApi.WebClient, channel: string, user: string): Promise<boolean> {
  const { channel: found } = await client.conversations.info({ channel });
  return found?.creator === user;
}
