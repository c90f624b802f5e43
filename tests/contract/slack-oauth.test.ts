import { createEmulator } from "emulate";
import { expect, onTestFinished, test } from "vitest";
import type { InstallationRows } from "../../src/chat/adapter.ts";
import { createSlack, slackConfig } from "../../src/chat/slack/index.ts";
import {
  listInstallations,
  readInstallation,
  removeInstallation,
  saveInstallation,
} from "../../src/store/installations.ts";
import type { Store } from "../../src/store/open.ts";
import { freshStore } from "../support/database.ts";
import { testTools } from "../support/adapter-tools.ts";
import { freePort } from "../support/free-port.ts";
import { byHttp } from "../support/fake-slack/conversation.ts";
import { noDesk } from "./suite/no-desk.ts";
import { failureOf, GO } from "./suite/opening.ts";
import { itemPost } from "./suite/posts.ts";

// The installing goes through a Slack that we did not write.

const SIGNING = "signing-secret-for-installing";
const KEY = Buffer.alloc(32, 7).toString("base64");
const TEAM = "T000000001";

test("a workspace installs the app, is posted to, and is forgotten when it removes it", async () => {
  await using store = await freshStore("sqlite");
  const rows = rowsOf(store);
  const port = await freePort();
  const own = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        oauth_apps: [
          {
            client_id: "1.2",
            client_secret: "hush",
            name: "Tradepost",
            redirect_uris: [`${own}/slack/oauth_redirect`],
          },
        ],
      },
    },
  });
  const config = configOf(port, { publicUrl: own, apiUrl: `${emulator.url}/api/` });
  const { tools, logged } = testTools();
  const adapter = await createSlack(config, { ...tools, installations: rows });
  onTestFinished(async () => {
    await adapter[Symbol.asyncDispose]();
    await emulator.close();
  });
  const removed: string[] = [];
  await adapter.listen({ ...noDesk, removed: async (team) => void removed.push(team) }, GO);

  const delivery = { channel: `${TEAM}/C000000001`, id: "0123456789abcdef01234567", replyTo: undefined };
  const before = await failureOf({ secrets: [KEY] }, adapter.send(itemPost(), delivery, GO));
  expect([before.failure, before.message]).toEqual(["channel-unavailable", expect.stringContaining("/slack/install")]);

  expect(await install(own, emulator.url)).toBe(200);
  expect(await rows.list()).toEqual([TEAM]);
  const sealed = (await rows.read(TEAM)) ?? "";
  expect(sealed).toMatch(/^gcm1\./);
  expect(sealed).not.toContain("xoxb");
  expect((await adapter.send(itemPost(), delivery, GO)).messageId).not.toBe("");
  expect((await adapter.verify([delivery.channel], GO)).length).toBeGreaterThan(0);

  const event = { type: "event_callback", team_id: TEAM, api_app_id: "A1", event_id: "Ev1", event_time: 1 };
  await byHttp(`${own}/slack/events`, SIGNING)("events_api", { ...event, event: { type: "app_uninstalled" } });
  await expect.poll(() => removed).toEqual([TEAM]);
  expect(await rows.list()).toEqual([]);
  expect(logged.join("\n")).not.toContain("xoxb-");
  await expect(byHttp(`${own}/slack/events`, "another secret")("events_api", event)).rejects.toThrow("401");
  const old = byHttp(`${own}/slack/events`, SIGNING, () => Date.now() - 6 * 60_000);
  await expect(old("events_api", event)).rejects.toThrow("401");
});

test("a forged answer to the installing is refused", async () => {
  await using store = await freshStore("sqlite");
  const port = await freePort();
  const rows = rowsOf(store);
  const config = configOf(port, { apiUrl: "http://127.0.0.1:9/api/" });
  await using adapter = await createSlack(config, { ...testTools().tools, installations: rows });
  await adapter.listen(noDesk, GO);
  const answer = await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?code=x&state=forged`);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await rows.list()).toEqual([]);
});

test("a key of another length is refused at once, without being shown", async () => {
  const config = slackConfig.parse({
    name: "offices",
    platform: "slack",
    mode: "http",
    signingSecret: SIGNING,
    clientId: "1.2",
    clientSecret: "hush",
    stateSecret: "s",
    encryptionKey: "short-secret-key",
  });
  const rows: InstallationRows = {
    read: async () => undefined,
    save: async () => {},
    remove: async () => {},
    list: async () => [],
  };
  const opening = createSlack(config, { ...testTools().tools, installations: rows });
  await expect(opening).rejects.toThrow(/must be 32.*openssl rand/);
  await expect(opening).rejects.not.toThrow("short-secret-key");
});

/** What a browser does: the bot's page, Slack's page with a person to choose, and back. */
async function install(own: string, slack: string): Promise<number> {
  const start = await fetch(`${own}/slack/install`, { redirect: "manual" });
  const cookie = (start.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const authorize = new URL(start.headers.get("location") ?? "");
  expect(authorize.origin).toBe(new URL(slack).origin);
  const page = await (await fetch(authorize)).text();
  const form = page.slice(page.indexOf("<form"), page.indexOf("</form>"));
  const body = new URLSearchParams();
  for (const [, name = "", value = ""] of form.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g))
    body.set(name, value.replaceAll("&amp;", "&"));
  const chosen = await fetch(new URL("/oauth/v2/authorize/callback", slack), {
    method: "POST",
    body,
    redirect: "manual",
  });
  const back = await fetch(chosen.headers.get("location") ?? "", { headers: { cookie }, redirect: "manual" });
  return back.status;
}

/** Where the app keeps what workspaces gave it. */
function rowsOf({ db }: Store): InstallationRows {
  return {
    read: (workspace) => readInstallation(db, "offices", workspace),
    save: (workspace, sealed) => saveInstallation(db, "offices", workspace, sealed, 1),
    remove: (workspace) => removeInstallation(db, "offices", workspace),
    list: () => listInstallations(db, "offices"),
  };
}

function configOf(port: number, more: { readonly apiUrl: string; readonly publicUrl?: string }) {
  return slackConfig.parse({
    name: "offices",
    platform: "slack",
    mode: "http",
    host: "127.0.0.1",
    port,
    signingSecret: SIGNING,
    clientId: "1.2",
    clientSecret: "hush",
    stateSecret: "a long random text",
    encryptionKey: KEY,
    ...more,
  });
}
