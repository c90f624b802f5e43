import { randomUUID } from "node:crypto";
import type { Said, Talk, Who } from "../../contract/suite/talk.ts";
import { buttonsIn, type SeenAnswer, type SeenButton } from "./conversation.ts";
import type { FakeSlack } from "./fake-slack.ts";

const PEOPLE = { reader: { user: "U0READER", name: "bo" }, manager: { user: "U0ADMIN", name: "ana" } } as const;

/** Whom a fake Slack must know as an administrator for the suite. */
export const ADMIN = PEOPLE.manager.user;

/** People at a fake Slack, for the contract suite. */
export function slackTalk(fake: FakeSlack, channel: string): Talk {
  const { conversation } = fake;
  const shown = new WeakMap<Said, readonly SeenButton[]>();
  let last: Parameters<typeof conversation.type> | undefined;

  function said(answer: SeenAnswer | undefined): Said | undefined {
    if (answer === undefined) return undefined;
    const { isPrivate, replaces, text, links, pings, buttons } = answer;
    const one: Said = { isPrivate, replaces, text, links, pings, buttons: buttons.map(({ label }) => label) };
    shown.set(one, buttons);
    return one;
  }

  async function pressOne(buttons: readonly SeenButton[], label: RegExp, who: Who, isPrivate: boolean) {
    const button = buttons.find((one) => label.test(one.label));
    if (button === undefined) throw new Error(`there is no button ${String(label)}`);
    return said(await conversation.press(button, { ...PEOPLE[who], channel }, isPrivate));
  }

  return {
    async ask(command, values = {}, who = "reader") {
      const text = [command, ...Object.entries(values).map(([name, value]) => `${name}:${value}`)].join(" ");
      last = [text, { ...PEOPLE[who], channel }, randomUUID()];
      return said(await conversation.type(...last));
    },
    repeat: async () => (last === undefined ? undefined : said(await conversation.type(...last))),
    press: async (answer, label, who = "reader") =>
      await pressOne(shown.get(answer) ?? [], label, who, answer.isPrivate),
    async pressPosted(label, who = "reader") {
      const posted = fake.workspace.messages(channel).at(-1);
      return await pressOne(buttonsIn(posted?.blocks ?? []), label, who, false);
    },
    suggest: undefined,
    expire: () => conversation.expire(),
  };
}
