import { fileURLToPath } from "node:url";
import { analyse } from "../../../src/analysis/analyse.ts";
import { packageRoot } from "../../../src/config/package-root.ts";
import { loadRules } from "../../../src/config/topics.ts";
import { readCorpus } from "../read.ts";
import { scoreSpecimen, type SpecimenScore } from "./specimen.ts";

/** Analyses the labelled set with the rules that ship, in this process and without a network. */
export async function scoreCorpus(): Promise<readonly SpecimenScore[]> {
  const rulesFile = fileURLToPath(new URL("config/topics.yaml", packageRoot()));
  const [specimens, rules] = await Promise.all([readCorpus(), loadRules(rulesFile)]);
  return specimens.map((specimen) => scoreSpecimen(specimen, analyse(specimen.item, rules)));
}
