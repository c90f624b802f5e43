import { type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Db } from "../tables.ts";
import type { Words } from "./words.ts";

/** What look-ups read of meetings, topics and words. `reindex` fills it from the items that are there. */
export function lookUps(words: Words): Migration {
  return {
    async up(db: Db): Promise<void> {
      for (const statement of [...topicTables(words), ...meetingTables(words), ...words.search]) {
        await statement.execute(db);
      }
    },
  };
}

function topicTables({ moment, greatestFirst, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create index items_newest on items (relevant, published ${greatestFirst}, first_seen_at desc, id)`,
    sql`create table item_topics (
      topic text not null, item_id text not null references items, published text not null,
      first_seen_at ${moment} not null, primary key (topic, item_id)
    ) ${strict}`,
    sql`create index item_topics_item on item_topics (item_id)`,
    sql`create index item_topics_newest on item_topics (topic, published desc, first_seen_at desc, item_id)`,
  ];
}

function meetingTables({ moment, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create table meetings (
      id text primary key, start_day text not null, end_day text not null, kind text not null, status text not null
    ) ${strict}`,
    sql`create index meetings_days on meetings (end_day, start_day)`,
    sql`create table meeting_mentions (
      item_id text not null references items, language text not null, position integer not null,
      meeting_id text not null references meetings, start_day text not null, end_day text not null, kind text not null,
      status text not null, quote text not null, published text not null, told_at ${moment} not null,
      primary key (item_id, language, position)
    ) ${strict}`,
    sql`create index meeting_mentions_meeting on meeting_mentions (meeting_id)`,
    sql`create table meeting_topics (
      topic text not null, meeting_id text not null references meetings, primary key (topic, meeting_id)
    ) ${strict}`,
    sql`create index meeting_topics_meeting on meeting_topics (meeting_id)`,
  ];
}
