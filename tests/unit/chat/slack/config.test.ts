import { describe, expect, test } from "vitest";
import { slackConfig } from "../../../../src/chat/slack/index.ts";

const GOOD = { name: "office", platform: "slack", botToken: "xoxb-1-2-secret", appToken: "xapp-1-A-secret" };

function problems(config: object): readonly string[] {
  const { error } = slackConfig.safeParse(config);
  return (error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

describe("the configuration", () => {
  test("needs name and tokens, and knows Slack's address", () => {
    expect(slackConfig.parse(GOOD)).toMatchObject({
      ...GOOD,
      mode: "socket",
      managers: [],
      apiUrl: "https://slack.com/api/",
    });
  });

  test("says which token is meant when they are swapped, without showing them", () => {
    const said = problems({ ...GOOD, botToken: GOOD.appToken, appToken: GOOD.botToken });
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^botToken: must be the bot token, which starts with xoxb-/);
    expect(said[1]).toMatch(/^appToken: must be the app-level token, which starts with xapp-/);
    expect(said.join("\n")).not.toContain("secret");
  });

  test("says what a mode needs and where to find it", () => {
    const { name, platform, botToken } = GOOD;
    expect(problems({ name, platform })).toEqual([
      expect.stringMatching(/^botToken: is missing: .*OAuth & Permissions/),
      expect.stringMatching(/^appToken: is missing: .*App-Level Tokens/),
    ]);
    expect(problems({ name, platform, botToken, mode: "http" })).toEqual([
      expect.stringMatching(/^signingSecret: is missing: .*Signing Secret/),
    ]);
    expect(problems({ name, platform, mode: "http", signingSecret: "s", clientId: "1.2" })).toEqual([
      expect.stringMatching(/^clientSecret: is missing/),
      expect.stringMatching(/^stateSecret: is missing/),
      expect.stringMatching(/^encryptionKey: is missing: .*openssl rand -base64 32/),
    ]);
    expect(problems({ ...GOOD, managers: ["ana"] })).toEqual([expect.stringContaining("is no member ID")]);
  });

  test("takes no unknown key and no address that is none", () => {
    expect(problems({ ...GOOD, token: "x" })).toHaveLength(1);
    expect(problems({ ...GOOD, apiUrl: "slack.com/api" })).toEqual([
      "apiUrl: must be an http or https address, such as https://slack.com/api/",
    ]);
  });
});
