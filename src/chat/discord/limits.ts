/**
 * What Discord takes in one message. Lengths in characters; we count UTF-16 code units, which is never less strict.
 * Sources: "Create Message", https://docs.discord.com/developers/resources/message#create-message, the same page's
 * "Embed Limits", and Discord's own description of its API, https://github.com/discord/discord-api-spec.
 */
export const LIMITS = {
  /** Embed Limits: title. */
  title: 256,
  /** Embed Limits: description. */
  description: 4096,
  /** Embed Limits: number of fields. */
  fields: 25,
  /** Embed Limits: field.name. */
  fieldName: 256,
  /** Embed Limits: field.value. */
  fieldValue: 1024,
  /** Embed Limits: footer.text. */
  footer: 2048,
  /** Embed Limits: title, description, field.name, field.value, footer.text and author.name of all embeds together. */
  total: 6000,
  /** Create Message: embeds. */
  embeds: 10,
  /** API description, RichEmbed.url. */
  url: 2048,
  /** Get Channel Messages: limit. */
  page: 100,
} as const;

/**
 * For how long `enforce_nonce` surely keeps a second message out, in milliseconds. "Create Message" says only "in the
 * past few minutes"; a minute is inside any reading of that.
 */
export const NONCE_WINDOW = 60_000;
