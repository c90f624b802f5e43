import { analyse } from "../analysis/analyse.ts";
import type { Rules } from "../analysis/rules.ts";
import { loadRules } from "../config/topics.ts";
import { reasonText, type Analysis } from "../model/analysis.ts";
import type { Settings } from "../settings.ts";
import { openArchive } from "../store/open.ts";
import type { VersionRow } from "../store/tables.ts";
import { itemOf } from "../store/items.ts";
import { walkVersions } from "../store/walk.ts";
import type { World } from "../world.ts";

/** What other rules would make of one wording. */
export interface RuleChange {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly language: string;
  /** Whether it counts as news on e-commerce, before and after. */
  readonly relevant: readonly [before: boolean, after: boolean];
  /** Why, as the other rules say. */
  readonly reasons: readonly string[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/**
 * Shows what a rules file would change over the archive, against the rules in force; changes nothing.
 *
 * @param json whether each change is one JSON object a line
 * @throws ConfigError with all that is wrong in the file
 */
export async function testTopics(file: string, json: boolean, settings: Settings, world: World): Promise<void> {
  const rules = await loadRules(file);
  await using store = await openArchive(settings.config.database);
  const count = { all: 0, come: 0, gone: 0, topics: 0 };
  for await (const version of walkVersions(store.db)) {
    count.all += 1;
    const change = changeOf(version, settings.rules, rules);
    if (change === undefined) continue;
    const [before, after] = change.relevant;
    if (!before && after) count.come += 1;
    else if (before && !after) count.gone += 1;
    else count.topics += 1;
    world.print(json ? `${JSON.stringify(change)}\n` : textOf(change));
  }
  if (!json)
    world.print(
      `${count.all} wordings in the archive: ${count.come} would come in, ${count.gone} would be left out, ${count.topics} would have other topics.\n`,
    );
}

/** Undefined where nothing changes, or where the wording is no news either way. */
export function changeOf(version: VersionRow, now: Rules, then: Rules): RuleChange | undefined {
  const item = itemOf(version);
  const [old, fresh] = [analyse(item, now), analyse(item, then)];
  if (!old.relevant && !fresh.relevant) return undefined;
  const gained = fresh.topics.filter((topic) => !old.topics.includes(topic));
  const lost = old.topics.filter((topic) => !fresh.topics.includes(topic));
  if (old.relevant === fresh.relevant && gained.length + lost.length === 0) return undefined;
  return {
    id: version.item_id,
    title: version.title,
    published: version.published,
    language: version.language,
    relevant: [old.relevant, fresh.relevant],
    reasons: decisive(old, fresh, gained).map(reasonText),
    gained,
    lost,
  };
}

/** Of the reasons those that decide what is different. */
function decisive(old: Analysis, fresh: Analysis, gained: readonly string[]): Analysis["reasons"] {
  if (old.relevant !== fresh.relevant) return fresh.reasons.filter(({ rule }) => !rule.startsWith("topic "));
  return fresh.reasons.filter(({ rule }) => gained.some((topic) => rule === `topic ${topic}`));
}

function textOf({ title, published, language, relevant: [before, after], reasons, gained, lost }: RuleChange): string {
  const verdict = before === after ? [] : [after ? "would come in" : "would be left out"];
  const topics = [...gained.map((topic) => `+${topic}`), ...lost.map((topic) => `-${topic}`)];
  const why = reasons.length === 0 ? "" : `  (${reasons.join("; ")})`;
  return `${published ?? "undated"}  ${language}  ${title}\n    ${[...verdict, ...topics].join("  ")}${why}\n`;
}
