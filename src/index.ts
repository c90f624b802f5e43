// What the package offers to adapters from outside this repository; docs/adapters.md shows one. Keep it small:
// src/door.mjs repeats the names, and a change of one is a change for strangers.
export type {
  AdapterTools,
  Capabilities,
  ChatAdapter,
  Connection,
  Delivery,
  Finding,
  Found,
  Receipt,
  Search,
  SentMessage,
} from "./chat/adapter.ts";
export { ChatError, type ChatErrorOptions, type ChatFailure } from "./chat/errors.ts";
export { fitText } from "./chat/fit.ts";
export type { CreateAdapter, Foreign } from "./chat/foreign.ts";
export { cleanText, webAddress } from "./chat/inert.ts";
export { cleanPost } from "./chat/clean-post.ts";
export { PLAIN, plainText, type Style } from "./chat/plain-text.ts";
export type { Language } from "./model/language.ts";
export type { Log } from "./model/log.ts";
export type { DigestPost, Fact, ItemPost, NotePost, Post, ShownDay, TopicTag, Update } from "./model/post.ts";
export type { Clock, Day, Millis } from "./model/time.ts";
