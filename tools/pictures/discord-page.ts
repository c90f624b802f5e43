import type { MessageBody } from "../../src/chat/discord/render.ts";
import { discordMarkup } from "./discord-markup.ts";
import { LOGO } from "./logo.ts";
import { escapeHtml, type Page } from "./page.ts";

type Embed = MessageBody["embeds"][number];
type Field = NonNullable<Embed["fields"]>[number];

/** A message as Discord's desktop client shows it. */
export interface DiscordMessage {
  readonly body: MessageBody;
  readonly time: string;
  readonly edited?: boolean;
  /** It answers another message. */
  readonly isReply?: boolean;
}

/** Messages of one channel as a page. */
export function discordPage(messages: readonly DiscordMessage[]): Page {
  return {
    style: STYLE,
    body: `<discord-messages>${messages.map(messageElement).join("")}</discord-messages>`,
    modules: ["@skyra/discord-components-core"],
    width: 600,
  };
}

function messageElement({ body, time, edited, isReply }: DiscordMessage): string {
  const who = { author: "Tradepost", avatar: LOGO, bot: "" };
  const reply = isReply === true ? element("discord-reply", { slot: "reply", ...who }, ANSWERED) : "";
  const more = { timestamp: time, "twenty-four": "", ...(edited === true ? { edited: "" } : {}) };
  return element(
    "discord-message",
    { ...who, ...more },
    reply + body.embeds.map(embedElement).join("") + buttonsElement(body.components),
  );
}

function buttonsElement(rows: MessageBody["components"]): string {
  if (rows.length === 0) return "";
  const drawn = rows.map(({ components }) => {
    const buttons = components.map(({ label }) => element("discord-button", { type: "secondary" }, escapeHtml(label)));
    return element("discord-action-row", {}, buttons.join(""));
  });
  return element("discord-attachments", { slot: "components" }, drawn.join(""));
}

function embedElement(embed: Embed): string {
  const attributes = {
    slot: "embeds",
    color: `#${(embed.color ?? 0).toString(16).padStart(6, "0")}`,
    "embed-title": discordPlain(embed.title ?? ""),
    ...(embed.url === undefined ? {} : { url: embed.url }),
  };
  const { description = "", fields = [], footer } = embed;
  const parts = [
    description === "" ? "" : element("discord-embed-description", { slot: "description" }, discordMarkup(description)),
    fields.length === 0 ? "" : element("discord-embed-fields", { slot: "fields" }, fieldElements(fields)),
    footer === undefined ? "" : element("discord-embed-footer", { slot: "footer" }, escapeHtml(footer.text)),
  ];
  return element("discord-embed", attributes, parts.join(""));
}

/** Discord sets up to three short fields side by side; the component wants to be told each one's place in its row. */
function fieldElements(fields: readonly Field[]): string {
  let place = 0;
  return fields
    .map(({ name, value, inline }) => {
      place = inline === true ? (place % 3) + 1 : 0;
      const row = inline === true ? { inline: "", "inline-index": String(place) } : {};
      return element("discord-embed-field", { "field-title": discordPlain(name), ...row }, discordMarkup(value));
    })
    .join("");
}

/** A title knows no markup but backslashes. */
function discordPlain(text: string): string {
  return text.replaceAll(/\\([^0-9A-Za-z\s])/g, "$1");
}

function element(name: string, attributes: Readonly<Record<string, string>>, inner: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${written.join("")}>${inner}</${name}>`;
}

/** What Discord writes for a message that has embeds only. */
const ANSWERED = "<i>Click to see attachment</i>";

const STYLE = `
  body { background: #36393e; font-family: "gg sans", "Noto Sans", sans-serif; }
  discord-messages { border: none; }
  discord-embed ul { margin: 4px 0 0; padding-left: 18px; }
  discord-embed li { margin-bottom: 4px; }
  discord-embed a { color: #00aff4; text-decoration: none; }
`;
