import type { Reply } from "../../src/model/ask.ts";
import { ROUND_CORRECTED } from "../../src/demo/news.ts";
import type { Archive } from "./archive.ts";

/** A command as somebody types or chooses it, with what is answered. */
export interface Asked {
  /** As it stands in Slack or in Discord. */
  readonly typed: string;
  readonly platform: "slack" | "discord";
  readonly reply: Reply;
}

/** Every command with a real answer of the demo's archive, by its name. */
export async function realAnswers(archive: Archive): Promise<ReadonlyMap<string, Asked>> {
  const round = await archive.itemId(ROUND_CORRECTED.title);
  const passedOver = await archive.itemId("Sample: regulators compare labelling rules for batteries");
  const asked: readonly (readonly [name: string, values: Readonly<Record<string, string>>])[] = [
    ["meetings", { when: "upcoming" }],
    ["latest", { topic: "cybersecurity", n: "1" }],
    ["search", { words: "moratorium" }],
    ["timeline", { process: "joint-initiative" }],
    ["item", { source: round }],
    ["why", { source: round }],
    ["history", { source: round }],
    ["topics", {}],
    ["status", {}],
    ["help", {}],
    ["subscribe", { topics: "moratorium,spam", digest: "daily 17:30", quiet: "20:00-07:00" }],
    ["subscriptions", {}],
    ["post", { source: passedOver }],
    ["retract", { source: passedOver, reason: "batteries are no e-commerce" }],
    ["unsubscribe", {}],
  ];
  const answers = new Map<string, Asked>();
  for (const [at, [name, values]] of asked.entries()) {
    const isManaging = at >= asked.length - 5;
    const platform = isManaging || name === "help" ? "discord" : "slack";
    const reply = await archive.deskOf(isManaging || platform === "discord" ? "community" : "office").ask(
      {
        id: `picture-${at}`,
        channel: isManaging ? "1180000000000000777" : "C0TRADENEWS",
        workspace: "1180000000000000002",
        asker: { id: "1", name: "Ana", mayManage: async () => true },
        language: "en",
        asked: { kind: "command", command: name, values },
      },
      new AbortController().signal,
    );
    if (reply === undefined) throw new Error(`${name} was not answered`);
    answers.set(name, { typed: typedAs(name, values, platform, isManaging), platform, reply });
  }
  return answers;
}

function typedAs(name: string, values: Readonly<Record<string, string>>, platform: string, manages: boolean): string {
  const slash = platform === "discord" && manages ? "/wto-admin" : "/wto";
  const options = Object.entries(values).map(([option, value]) =>
    platform === "slack" ? value : `${option}:${value}`,
  );
  return [slash, name, ...options].join(" ");
}
