import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { news, openOffice } from "./office.ts";

const read = async (path: string): Promise<string> => await readFile(new URL(`../../${path}`, import.meta.url), "utf8");

/** The entry that docs/topics.md adds, as a list entry of the rules file. */
async function documented(): Promise<string> {
  const [, example = ""] = /```yaml\n([^]*?)```/.exec(await read("docs/topics.md")) ?? [];
  return example.replaceAll(/^ {3}/gm, "  ");
}

test("the topic of docs/topics.md is tried over the archive, which stays as it is", async () => {
  await using office = await openOffice();
  const identity = news("look at digital identity", 2, {
    description: "Participants in the e-commerce negotiations looked at electronic identification.",
  });
  office.publish(identity, news("open a new small group", 1));
  await office.command("poll");
  const file = join(office.desk.folder, "my-topics.yaml");
  await writeFile(file, `${(await read("config/topics.yaml")).trimEnd()}\n\n${await documented()}`);

  const { out, status } = await office.command("topics", "test", file);

  expect(status).toBe(0);
  expect(out).toContain(identity.title);
  expect(out).toContain('+digital-identity  (topic digital-identity: "digital identity")');
  expect(out).toContain("2 wordings in the archive: 0 would come in, 0 would be left out, 1 would have other topics.");
  const asJson = await office.command("topics", "test", file, "--json");
  expect(JSON.parse(asJson.out)).toMatchObject({ gained: ["digital-identity"], lost: [], relevant: [true, true] });
  expect((await office.command("why", identity.link ?? "")).out).not.toContain("digital-identity");
});

test("rules that name the subject otherwise say what would be left out, and rules with a mistake its line", async () => {
  await using office = await openOffice();
  office.publish(news("close the article on spam", 2));
  await office.command("poll");
  const file = join(office.desk.folder, "my-topics.yaml");
  const rules = await read("config/topics.yaml");
  await writeFile(
    file,
    rules
      .replaceAll("e-commerce negotiat", "e-trade negotiat")
      .replaceAll("- e-commerce\n", "- e-trade\n")
      .replace("links: [ecom, jsec]", "links: []"),
  );
  expect((await office.command("topics", "test", file)).out).toMatch(/would be left out.*\n?.*1 would be left out/);

  await writeFile(file, rules.replace("emoji: 🤝", "emojy: 🤝"));
  const wrong = await office.command("topics", "test", file);
  expect(wrong.status).toBe(2);
  expect(wrong.log).toMatch(/my-topics\.yaml:\d+:\d+ topics\[0\]\.emojy: is not known; did you mean "emoji"\?/);
});
