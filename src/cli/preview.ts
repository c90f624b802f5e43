import { networkOf } from "../app.ts";
import { analyse } from "../analysis/analyse.ts";
import { renderMessage } from "../chat/discord/render.ts";
import { htmlPage } from "../chat/html.ts";
import { cleanPost } from "../chat/clean-post.ts";
import { plainText } from "../chat/plain-text.ts";
import { render } from "../chat/slack/render.ts";
import { itemPost } from "../delivery/compose.ts";
import type { ItemPost } from "../model/post.ts";
import type { Settings } from "../settings.ts";
import { databaseExists, openStore } from "../store/open.ts";
import type { World } from "../world.ts";
import { isFile, itemsOf } from "./source.ts";

export const SURFACES = ["terminal", "slack", "discord", "html"] as const;
export type Surface = (typeof SURFACES)[number];

/** An id of the right shape for a post that is not sent. */
const NO_DELIVERY = "0".repeat(24);

/** Prints an item as it would be posted: of a source that holds several, the newest relevant one. */
export async function preview(source: string, surface: Surface, settings: Settings, world: World): Promise<void> {
  const { config, rules } = settings;
  // Looking at a file, or at what is not there, should leave nothing behind.
  const useless = (await isFile(source)) || !databaseExists(config.database);
  await using store = useless ? undefined : await openStore(config.database);
  const items = await itemsOf(source, {
    db: store?.db,
    network: networkOf(config, world),
    language: config.language,
    signal: world.signal,
  });
  const read = items.map((item) => ({ item, analysis: analyse(item, rules) }));
  const newestFirst = read.toSorted((a, b) => (b.item.published ?? "").localeCompare(a.item.published ?? ""));
  const chosen = newestFirst.find(({ analysis }) => analysis.relevant) ?? newestFirst[0];
  if (chosen === undefined) throw new Error(`${source} holds no item.`);
  const { item, analysis } = chosen;
  if (!analysis.relevant) settings.log.warn({ title: item.title }, "this item would not be posted: not on e-commerce");
  world.print(
    shown(itemPost({ url: item.url, published: item.published, analysis }, config.language, rules.topics, []), surface),
  );
}

function shown(post: ItemPost, surface: Surface): string {
  switch (surface) {
    case "terminal":
      return plainText(cleanPost(post));
    case "slack":
      return `${JSON.stringify(render(post), null, 2)}\n`;
    case "discord":
      return `${JSON.stringify(renderMessage(post, NO_DELIVERY), null, 2)}\n`;
    case "html":
      return htmlPage(post);
  }
}
