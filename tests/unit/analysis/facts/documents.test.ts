import { expect, test } from "vitest";
import { documentsOf } from "../../../../src/analysis/facts/documents.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";

function symbols(text: string): readonly string[] {
  const title = "News";
  return documentsOf(
    sentencesOf({
      url: undefined,
      guid: undefined,
      title,
      published: undefined,
      language: "en",
      description: text,
      text: undefined,
    }),
  );
}

test.each<readonly [string, readonly string[]]>([
  ["See INF/ECOM/62/Rev.1.", ["INF/ECOM/62/Rev.1"]],
  ["The draft (WT/GC/W/909) and WT/GC/W/911/Add.2, both new, amend WT/GC/W/909.", ["WT/GC/W/909", "WT/GC/W/911/Add.2"]],
  ["JOB/GC/353, WT/MIN(22)/32; WT/L/1143: read them.", ["JOB/GC/353", "WT/MIN(22)/32", "WT/L/1143"]],
  ["S/C/W/421 and G/TBT/N/USA/12/Rev.1/Add.1 and IP/C/M/99.", ["S/C/W/421", "G/TBT/N/USA/12/Rev.1/Add.1", "IP/C/M/99"]],
  ["Voir le document TN/S/W/70.", ["TN/S/W/70"]],
  ["News/2022 and WTO/UNCTAD and and/or and A/B.", []],
])("%s", (text, expected) => {
  expect(symbols(text)).toEqual(expected);
});
