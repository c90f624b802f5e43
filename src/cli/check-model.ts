import type { BriefModel } from "../brief-model.ts";
import type { Finding } from "../chat/adapter.ts";
import { BRIEF_LIMIT } from "../delivery/briefs.ts";
import type { Item } from "../model/item.ts";

/** Made up for the question; it names nobody. */
const SAMPLE: Item = {
  url: undefined,
  guid: undefined,
  title: "Sample: e-commerce round closes the article on spam",
  published: "2026-06-23",
  language: "en",
  description:
    "Negotiators in the joint initiative on e-commerce closed the article on spam at a round held from 22 to 23 June. Ninety members take part. The next round is scheduled for 20 to 22 July.",
  text: undefined,
};

/**
 * Asks the model for the brief of a made-up item, as the bot would. That what it writes is held back is no fault of the
 * set-up: the quoted brief goes out then.
 */
export async function checkModel(model: BriefModel | undefined, signal: AbortSignal): Promise<readonly Finding[]> {
  if (model === undefined) return [];
  const subject = `model ${model.name}`;
  // Most hosts have no model: its library is loaded where there is one.
  const { modelWriter } = await import("../brief-model.ts");
  const within = AbortSignal.any([signal, AbortSignal.timeout(BRIEF_LIMIT)]);
  const brief = await modelWriter(model)(SAMPLE, { headline: SAMPLE.title, points: [] }, within);
  const refused = brief.model?.refused;
  if (refused === undefined) return [{ ok: true, subject, detail: "writes briefs", remedy: undefined }];
  const remedy = remedyFor(refused);
  if (remedy !== undefined) return [{ ok: false, subject, detail: refused, remedy }];
  const detail = `answers; what it wrote of a sample would be held back (${refused}), and the quoted brief would go out`;
  return [{ ok: true, subject, detail, remedy: undefined }];
}

const REMEDIES: readonly (readonly [reason: RegExp, remedy: string])[] = [
  [/answered 40[13]/u, "Set `brief.model.apiKey` to a key that the endpoint takes."],
  [/answered 404/u, "Check `brief.model.url`, up to and with its version such as /v1, and `brief.model.name`."],
  [/^its endpoint/u, "Start the endpoint, or check `brief.model.url`; until then the quoted briefs go out."],
  [/too long/u, `Choose a model that answers within ${BRIEF_LIMIT / 1000} seconds.`],
  [/not the form/u, "Choose a model and an endpoint that give structured output by a JSON schema."],
];

function remedyFor(refused: string): string | undefined {
  return REMEDIES.find(([reason]) => reason.test(refused))?.[1];
}
