import type { OfferedCommand, Option } from "../model/ask.ts";
import type { Language } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import type { Topic } from "../model/topic.ts";
import { deskWordsOf } from "./desk-words.ts";
import { RequestError } from "./request-error.ts";
import { placeWords } from "./typed.ts";

/** What a typed line asks for. */
export interface Understood {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Understands a line such as `meetings moratorium when:2026`: the command's name, then values in any order, each bare or
 * behind its option's name (`name:value`, `name=value`, `--name value`). Nothing typed asks for help.
 *
 * @throws RequestError for an unknown command or word, with what it may have been meant to be
 */
export function understand(
  text: string,
  commands: readonly OfferedCommand[],
  context: { readonly topics: readonly Topic[]; readonly language: Language },
): Understood {
  const [name = "help", ...rest] = tokensOf(text);
  const command = commands.find((one) => one.name === name.toLowerCase().replace(/^\/+/, ""));
  if (command === undefined) {
    const words = deskWordsOf(context.language);
    const near = nearest(
      name,
      commands.map((one) => one.name),
    );
    throw new RequestError(near === undefined ? words.unknownCommand(name) : words.didYouMeanCommand(name, near));
  }
  const { named, bare } = sorted(withRhythms(rest), command.options);
  return { command: command.name, values: placeWords(command, bare, named, context) };
}

/** Words, with what stands in quotation marks of any kind as one; the marks stay where they are part of a phrase to look for. */
function tokensOf(text: string): readonly string[] {
  const plain = text.replaceAll(/[“”„«»]/gu, '"');
  return Array.from(plain.matchAll(/(?:[^\s"]|"[^"]*"?)+/gu), ([token]) => unquoted(token));
}

function unquoted(token: string): string {
  const [, head = "", inner = ""] = /^([\w-]+[:=])?"([^"]*)"?$/u.exec(token) ?? [];
  return head === "" && inner === "" ? token : head + inner;
}

/** `daily 17:30` and `weekly mon 09:00` are one value each. */
function withRhythms(tokens: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    const length = /(?:^|[:=])daily$/i.test(token) ? 2 : /(?:^|[:=])weekly$/i.test(token) ? 3 : 1;
    joined.push(tokens.slice(at, at + length).join(" "));
    at += length - 1;
  }
  return joined;
}

/** Tells values behind an option's name from bare ones. */
function sorted(
  tokens: readonly string[],
  options: readonly Option[],
): { readonly named: Readonly<Record<string, string>>; readonly bare: readonly string[] } {
  const named: Record<string, string> = {};
  const bare: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    const [, dashes = "", name = "", value] = /^(--)?([a-z-]+)(?:[:=](.*))?$/isu.exec(token) ?? [];
    const option = options.find((one) => one.name === name.toLowerCase());
    if (option === undefined || (dashes === "" && value === undefined)) {
      bare.push(token);
    } else if (option.kind === "flag") {
      named[option.name] = value ?? "true";
    } else if (value === undefined || value === "") {
      at += 1;
      named[option.name] = tokens[at] ?? "";
    } else {
      named[option.name] = value;
    }
  }
  return { named, bare };
}
