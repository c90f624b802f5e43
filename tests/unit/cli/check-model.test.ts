import { expect, test } from "vitest";
import { checkModel } from "../../../src/cli/check-model.ts";
import { startFakeModel, type ModelReply } from "../../support/fake-model.ts";

const SIGNAL = new AbortController().signal;

async function findingFor(reply: ModelReply) {
  await using fake = await startFakeModel();
  fake.reply(reply);
  return await checkModel({ url: fake.url, name: "small", apiKey: "sk-secret" }, SIGNAL);
}

test("no model is nothing to check", async () => {
  expect(await checkModel(undefined, SIGNAL)).toEqual([]);
});

test("a model that answers well is in order; one whose words would be held back, too", async () => {
  const points = ["Negotiators in the joint initiative on e-commerce closed the article on spam."];
  expect(await findingFor({ kind: "points", points })).toEqual([
    { ok: true, subject: "model small", detail: "writes briefs", remedy: undefined },
  ]);
  const [invented] = await findingFor({ kind: "points", points: ["Ninety-two members closed the article on spam."] });
  expect(invented).toMatchObject({ ok: true, detail: expect.stringContaining("would be held back") });
});

test.each<readonly [ModelReply, RegExp]>([
  [{ kind: "status", status: 401 }, /apiKey/],
  [{ kind: "status", status: 404 }, /brief\.model\.url.*brief\.model\.name/],
  [{ kind: "status", status: 500 }, /Start the endpoint/],
  [{ kind: "html" }, /Start the endpoint/],
  [{ kind: "content", content: "Certainly! Here is a summary." }, /structured output/],
])("%j is told with what to do, and without the key", async (reply, remedy) => {
  const [finding] = await findingFor(reply);
  expect(finding).toMatchObject({ ok: false, remedy: expect.stringMatching(remedy) });
  expect(JSON.stringify(finding)).not.toContain("sk-secret");
});
