import { expect, test } from "vitest";
import { news, openOffice } from "./office.ts";

test("what was polled is looked up from the terminal, as text and as JSON, without a chat", async () => {
  await using office = await openOffice();
  office.publish(
    news("close the article on spam", 2, {
      description:
        "Participants in the e-commerce negotiations closed the article on spam. The next plenary meeting is on 20-23 July 2026.",
    }),
    news("open a new small group", 1),
  );
  await office.command("poll");

  const meetings = await office.command("meetings", "2026");
  expect(meetings.status).toBe(0);
  expect(meetings.out).toContain("20–23 July 2026 · plenary meeting");
  expect(meetings.out).toContain("“The next plenary meeting is on 20-23 July 2026.”");
  expect(meetings.out).toContain("ecom_23jun26_2_e.htm");
  expect(meetings.out).not.toContain("\u001b");

  const found = await office.command("search", "article on spam", "--json");
  expect(JSON.parse(found.out)).toMatchObject({
    page: { number: 1, offset: 0, total: 1 },
    entries: [{ title: "E-commerce negotiators close the article on spam", published: "2026-06-23" }],
  });

  const latest = await office.command("latest", "1");
  expect(latest.out).toContain("1–1 of 2; Next: --page 2");
  expect((await office.command("latest", "1", "--page", "2")).out).toContain("2–2 of 2");
});

test("a slip of the hand is answered with what was meant, and status 2", async () => {
  await using office = await openOffice();
  const wrongTopic = await office.command("meetings", "moratorum");
  expect([wrongTopic.status, wrongTopic.out, wrongTopic.log]).toEqual([
    2,
    "",
    expect.stringContaining("Did you mean “moratorium”?"),
  ]);
  const wrongCommand = await office.command("meetngs");
  expect([wrongCommand.status, wrongCommand.log]).toEqual([2, expect.stringContaining("meetings")]);
  expect((await office.command("help")).out).toContain("meetings moratorium upcoming");
});
