import { describe, expect, it } from "vitest";
import { decodeAnalysis, encodeAnalysis } from "../../../src/store/analysis.ts";
import { analysisOf } from "./rows.ts";

const full = analysisOf({
  reasons: [{ rule: "title", words: "e-commerce" }],
  topics: ["joint-initiative"],
  meetings: [{ start: "2026-06-01", end: "2026-06-02", kind: "plenary", status: "upcoming", quote: "They meet." }],
  participants: { count: 12, quote: "Twelve take part." },
  targets: [{ what: "revised text", by: "2026-Q4", quote: "By the end of the year." }],
  people: [{ name: "Ada Example", role: "Ambassador", country: null }],
  documents: ["INF/ECOM/1"],
  brief: { headline: "Members meet", points: ["They meet."] },
});

describe("a stored analysis", () => {
  it.each([
    ["with everything", full],
    ["with nothing", analysisOf()],
  ])("comes back as it went, %s", (_, analysis) => {
    expect(decodeAnalysis(encodeAnalysis(analysis))).toStrictEqual(analysis);
  });

  it.each([
    ["no JSON", "{"],
    ["another shape", '{"relevant":true}'],
    ["an unknown kind of meeting", encodeAnalysis(full).replace("plenary", "picnic")],
  ])("that is %s is an error that names its row", (_, json) => {
    expect(() => decodeAnalysis(json, "story, en")).toThrow(/story, en/);
  });
});
