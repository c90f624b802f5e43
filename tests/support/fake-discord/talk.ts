import type { Said, Talk, Who } from "../../contract/suite/talk.ts";
import type { FakeDiscord } from "./index.ts";
import { buttonsIn, type Actor, type FakeButton, type Spoken } from "./interactions.ts";
import { messageJson } from "./json.ts";
import { readMessage } from "./reader.ts";
import type { Message } from "./world.ts";

const PEOPLE = {
  reader: { id: "1180000000000000051", name: "Bo", manages: false },
  manager: { id: "1180000000000000052", name: "Ana", manages: true },
} as const;

/** What kinds of option Discord's own types are. */
const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;

/** People at a fake Discord, for the contract suite. */
export function discordTalk(fake: FakeDiscord, channel: string): Talk {
  const shown = new WeakMap<Said, readonly FakeButton[]>();

  function said(spoken: Spoken | readonly string[] | undefined): Said | undefined {
    if (spoken === undefined || !("embeds" in spoken)) return undefined;
    const { text, links } = readMessage(messageOf(spoken, channel));
    const { isPrivate, replaces, pings, buttons } = spoken;
    const one: Said = { isPrivate, replaces, text, links, pings, buttons: buttons.map(({ label }) => label) };
    shown.set(one, buttons);
    return one;
  }

  async function press(buttons: readonly FakeButton[], label: RegExp, who: Who, message: object) {
    const button = buttons.find((one) => label.test(one.label));
    if (button === undefined) throw new Error(`there is no button ${String(label)}`);
    const data = { component_type: 2, custom_id: button.id };
    return said(await fake.interactions.act(3, data, actor(who), message));
  }

  const actor = (who: Who): Actor => ({ ...PEOPLE[who], channel });

  return {
    async ask(command, values = {}, who = "reader") {
      const options = Object.entries(values).map(([name, value]) => optionOf(name, value));
      const name = command === "change" ? "wto-admin" : "wto";
      const data = { id: "1180000000000000070", name, type: 1, options: [{ name: command, type: 1, options }] };
      return said(await fake.interactions.act(2, data, actor(who)));
    },
    repeat: async () => said(await fake.interactions.again()),
    press: async (answer, label, who = "reader") =>
      await press(shown.get(answer) ?? [], label, who, messageJson(fake.world, messageOf(undefined, channel))),
    async pressPosted(label, who = "reader") {
      const posted = fake.stored(channel).at(-1);
      if (posted === undefined) throw new Error("nothing was posted");
      return await press(buttonsIn(posted.components), label, who, messageJson(fake.world, posted));
    },
    async suggest(command, option, text) {
      const options = [{ name: option, type: STRING, value: text, focused: true }];
      const data = { id: "1180000000000000070", name: "wto", type: 1, options: [{ name: command, type: 1, options }] };
      const found = await fake.interactions.act(4, data, actor("reader"));
      return found === undefined || "embeds" in found ? [] : found;
    },
    expire: () => fake.interactions.expire(),
  };
}

function optionOf(name: string, value: string): object {
  if (value === "true" || value === "false") return { name, type: BOOLEAN, value: value === "true" };
  return /^\d+$/.test(value) ? { name, type: INTEGER, value: Number(value) } : { name, type: STRING, value };
}

function messageOf(spoken: Spoken | undefined, channel: string): Message {
  return {
    id: "1180000000000000080",
    channelId: channel,
    authorId: "1180000000000000001",
    nonce: undefined,
    replyTo: undefined,
    at: 0,
    content: "",
    embeds: spoken?.embeds ?? [],
    flags: 0,
    components: [],
    pings: [],
    editedAt: undefined,
  };
}
