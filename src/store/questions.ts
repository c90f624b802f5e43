import { z } from "zod";
import type { Language } from "../model/language.ts";
import type { Millis } from "../model/time.ts";
import { newId } from "./ids.ts";
import type { Db } from "./tables.ts";

/** A question whose further pages may be asked for. */
export interface KeptQuestion {
  readonly command: string;
  /** By the names of the options. */
  readonly values: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly channelId: string;
  readonly askerId: string;
  readonly shared: boolean;
}

/** For so long the pages of an answer can be turned. */
const KEPT_FOR: Millis = 90 * 24 * 60 * 60_000;

const valuesShape = z.record(z.string(), z.string());

/** Keeps a question and returns its token. Questions that are too old go. */
export async function keepQuestion(db: Db, question: KeptQuestion, now: Millis): Promise<string> {
  const id = newId();
  const { command, values, language, channelId, askerId, shared } = question;
  await db
    .deleteFrom("questions")
    .where("kept_at", "<", now - KEPT_FOR)
    .execute();
  await db
    .insertInto("questions")
    .values({
      id,
      command,
      values: JSON.stringify(values),
      language,
      channel_id: channelId,
      asker_id: askerId,
      shared: Number(shared),
      kept_at: now,
    })
    .execute();
  return id;
}

/** The question kept under a token, or undefined where there is none any more. */
export async function readQuestion(db: Db, token: string): Promise<KeptQuestion | undefined> {
  const row = await db.selectFrom("questions").selectAll().where("id", "=", token).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    command: row.command,
    values: valuesShape.parse(JSON.parse(row.values)),
    language: row.language,
    channelId: row.channel_id,
    askerId: row.asker_id,
    shared: row.shared === 1,
  };
}
