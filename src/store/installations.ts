import type { Millis } from "../model/time.ts";
import type { Db } from "./tables.ts";

/** What a workspace gave the app when it was installed, sealed; undefined where it is not installed. */
export async function readInstallation(db: Db, chat: string, workspace: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("installations")
    .select("sealed")
    .where("chat", "=", chat)
    .where("workspace", "=", workspace)
    .executeTakeFirst();
  return row?.sealed;
}

/** Keeps what a workspace gave, in place of what it gave before. */
export async function saveInstallation(
  db: Db,
  chat: string,
  workspace: string,
  sealed: string,
  now: Millis,
): Promise<void> {
  await db
    .insertInto("installations")
    .values({ chat, workspace, sealed, saved_at: now })
    .onConflict((conflict) => conflict.columns(["chat", "workspace"]).doUpdateSet({ sealed, saved_at: now }))
    .execute();
}

/** Forgets what a workspace gave. */
export async function removeInstallation(db: Db, chat: string, workspace: string): Promise<void> {
  await db.deleteFrom("installations").where("chat", "=", chat).where("workspace", "=", workspace).execute();
}

/** The workspaces that installed the app of a chat, in order. */
export async function listInstallations(db: Db, chat: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("installations")
    .select("workspace")
    .where("chat", "=", chat)
    .orderBy("workspace")
    .execute();
  return rows.map((row) => row.workspace);
}
