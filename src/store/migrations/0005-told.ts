import { type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Db } from "../tables.ts";
import type { Words } from "./words.ts";

/**
 * Which wording of an item readers of a post saw first. Until then it was worked out from the moment of the first try,
 * which is the best that is known of the posts of that time.
 */
export function told({ strict }: Words): Migration {
  return {
    async up(db: Db): Promise<void> {
      const table = sql`create table told (
        delivery_id text not null references deliveries (id), item_id text not null references items,
        revision integer not null, primary key (delivery_id, item_id)
      ) ${strict}`;
      await table.execute(db);
      for (const members of [ITEM_POSTS, DIGEST_POSTS]) await workOut(members).execute(db);
    },
  };
}

const TRIED = sql`d.kind = 'post' and d.first_tried_at is not null`;
const ITEM_POSTS = sql`select d.id as delivery_id, d.subject_id as item_id, d.channel_id, d.first_tried_at as at
  from deliveries d where d.subject_kind = 'item' and ${TRIED}`;
const DIGEST_POSTS = sql`select d.id as delivery_id, m.item_id, d.channel_id, d.first_tried_at as at
  from deliveries d join digest_items m on m.digest_id = d.subject_id where d.subject_kind = 'digest' and ${TRIED}`;

/** What a person had taken back by then was not told. Where a clock was set, so that no wording is older, the first one was. */
function workOut(members: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into told (delivery_id, item_id, revision)
    select p.delivery_id, p.item_id, coalesce(max(case when r.seen_at <= p.at then r.revision end), min(r.revision))
    from (${members}) p join revisions r on r.item_id = p.item_id
    where not exists (
      select 1 from overrides o
      where o.item_id = p.item_id and o.channel_id = p.channel_id and o.verdict = 'retract' and o.at <= p.at
    )
    group by p.delivery_id, p.item_id`;
}
