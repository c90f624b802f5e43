import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDesk } from "../support/bot.ts";

const CONFIG = `
contact: "\${WHO}"
chats: [{ name: screen, platform: terminal }]
channels: [{ chat: screen, channel: trade }]
`;

test("a variable may stand in .env, which the environment goes before", async () => {
  await using desk = await openDesk();
  const options = await desk.configure(CONFIG.replace("contact", "timezone"));
  await writeFile(join(desk.folder, ".env"), "WHO=Europe/Zurich\n");

  // The configuration was read: what is missing is the archive.
  const read = { status: 1, log: expect.stringContaining("There is no archive yet") };
  expect(await desk.finish([...options, "deliveries"])).toMatchObject(read);
  expect(await desk.finish([...options, "deliveries"], { WHO: "Nowhere" })).toMatchObject({ status: 2 });
});

test("without it the missing variable is named, with its line", async () => {
  await using desk = await openDesk();
  const options = await desk.configure(CONFIG);

  const { status, log } = await desk.finish([...options, "deliveries"]);

  expect(status).toBe(2);
  expect(log).toContain("tradepost.yaml:2:10 contact: the variable WHO is not set: set WHO, or WHO_FILE");
});

test("a .env that can't be read ends the start with one sentence", async () => {
  await using desk = await openDesk();
  await mkdir(join(desk.folder, ".env"));

  const { status, log } = await desk.finish(["--version"]);

  expect({ status, log }).toEqual({
    status: 2,
    log: expect.stringMatching(/^The file \.env can't be read \(\w+\): let this user read it, or move it away\.\n$/),
  });
});
