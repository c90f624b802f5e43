/** What Slack takes in one message. Lengths are in UTF-16 code units, the strictest way to count characters. */
export const LIMITS = {
  /** docs.slack.dev/reference/block-kit/blocks: "you can include up to 50 blocks in each message". */
  blocks: 50,
  /** docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  /** docs.slack.dev/reference/block-kit/blocks/context-block */
  contextElements: 10,
  /** docs.slack.dev/reference/block-kit/composition-objects/text-object */
  textObject: 3000,
  /** Slack names a limit for a button's address only, 3,000; less leaves room for the words beside it. */
  url: 2000,
  /** docs.slack.dev/reference/methods/chat.postMessage advises 4,000 for `text`; above 40,000 it is cut by Slack. */
  fallbackText: 4000,
  /**
   * All blocks together. Undocumented: about 13,200 characters were refused with `msg_blocks_too_long`, and once 11,341
   * characters of mere text (slackapi/bolt-js#2509, #2867). What is counted lies between the text and its JSON; we count
   * the JSON.
   */
  blocksJson: 12_000,
} as const;
