import { expect, test } from "vitest";
import { loadConfig } from "../../../src/config/load.ts";
import { secretsOf } from "../../../src/config/secrets.ts";

async function secretsIn(text: string): Promise<readonly string[]> {
  return secretsOf(
    await loadConfig("c.yaml", { env: {}, topicIds: [], isCron: () => true, readFile: async () => text }),
  );
}

test("tokens, the database's password, keys in addresses and a foreign adapter's options are secret, and nothing else", async () => {
  const secrets = await secretsIn(`
database: postgres://tradepost:hunt%40er2@db.example.org/tradepost
feeds:
  - { name: news, url: "https://reader:feedpass@example.org/rss?apikey=querykey&lang=en" }
chats:
  - { name: office, platform: slack, botToken: xoxb-not-real, appToken: xapp-not-real }
  - { name: community, platform: discord, token: Bot discord-not-real }
  - name: elsewhere
    platform: custom
    adapter: ./adapters/elsewhere.js
    options: { room: "!abc", login: { user: somebody-long, pin: "1234" }, password: pw }
channels:
  - { chat: office, channel: C0123456789 }
brief: { model: { url: "http://127.0.0.1:11434/v1", name: small, apiKey: sk-not-real } }
`);

  expect(secrets.toSorted()).toEqual(
    [
      "xoxb-not-real",
      "xapp-not-real",
      "discord-not-real",
      "hunt%40er2",
      "hunt@er2",
      "feedpass",
      "querykey",
      "somebody-long",
      "pw",
      "sk-not-real",
    ].toSorted(),
  );
});

test("a configuration without secrets has none", async () => {
  expect(
    await secretsIn("chats: [{ name: screen, platform: terminal }]\nchannels: [{ chat: screen, channel: all }]"),
  ).toEqual([]);
});
