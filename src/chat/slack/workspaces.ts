import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import type { InstallationRows } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { seal, unseal } from "./seal.ts";

/** The workspaces that installed the app: Bolt's store, over rows in which tokens stand sealed. */
export interface Workspaces {
  readonly store: InstallationStore;
  /** The bot's token in a workspace. Throws ChatError where the app is not installed there. */
  botToken(team: string): Promise<string>;
  remove(team: string): Promise<void>;
  /** The ids of all. */
  list(): Promise<readonly string[]>;
}

/** @param key 32 bytes */
export function workspacesOf(rows: InstallationRows, key: Buffer): Workspaces {
  async function read(workspace: string): Promise<Installation | undefined> {
    const sealed = await rows.read(workspace);
    return sealed === undefined ? undefined : installationOf(JSON.parse(unseal(sealed, key, workspace)));
  }
  const store: InstallationStore = {
    async storeInstallation(installation) {
      const id = idOf(installation.isEnterpriseInstall === true, installation.enterprise?.id, installation.team?.id);
      await rows.save(id, seal(JSON.stringify(installation), key, id));
    },
    async fetchInstallation(query: InstallationQuery<boolean>) {
      const found = await read(idOf(query.isEnterpriseInstall, query.enterpriseId, query.teamId));
      if (found === undefined) throw new Error("the app is not installed in this workspace; open /slack/install");
      // Bolt asks for either kind of installation by one name.
      return found;
    },
    async deleteInstallation(query: InstallationQuery<boolean>) {
      await rows.remove(idOf(query.isEnterpriseInstall, query.enterpriseId, query.teamId));
    },
  };
  return {
    store,
    async botToken(team) {
      const token = (await read(team))?.bot?.token;
      if (token !== undefined) return token;
      throw new ChatError(
        "channel-unavailable",
        `the app is not installed in workspace ${team}; open /slack/install there`,
      );
    },
    remove: (team) => rows.remove(team),
    list: () => rows.list(),
  };
}

function idOf(isEnterprise: boolean, enterprise: string | undefined, team: string | undefined): string {
  const id = isEnterprise ? enterprise : (team ?? enterprise);
  if (id === undefined) throw new Error("Slack named neither a workspace nor an enterprise");
  return id;
}

const named = z.object({ id: z.string(), name: z.string().optional() });

/** What of an installation is used again. */
const shape = z.object({
  team: named.optional(),
  enterprise: named.optional(),
  isEnterpriseInstall: z.boolean().optional(),
  appId: z.string().optional(),
  authVersion: z.enum(["v1", "v2"]).optional(),
  tokenType: z.literal("bot").optional(),
  user: z.object({ id: z.string() }),
  bot: z.object({ token: z.string(), scopes: z.array(z.string()), id: z.string(), userId: z.string() }).optional(),
});

function installationOf(value: unknown): Installation {
  const { team, enterprise, isEnterpriseInstall, appId, authVersion, tokenType, user, bot } = shape.parse(value);
  return {
    team: team === undefined ? undefined : { id: team.id, ...(team.name !== undefined && { name: team.name }) },
    enterprise:
      enterprise === undefined
        ? undefined
        : { id: enterprise.id, ...(enterprise.name !== undefined && { name: enterprise.name }) },
    user: { id: user.id, token: undefined, scopes: undefined },
    ...(isEnterpriseInstall !== undefined && { isEnterpriseInstall }),
    ...(appId !== undefined && { appId }),
    ...(authVersion !== undefined && { authVersion }),
    ...(tokenType !== undefined && { tokenType }),
    ...(bot !== undefined && { bot }),
  };
}
