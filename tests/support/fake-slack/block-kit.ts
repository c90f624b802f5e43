import { asList, asText, isObject, type Json } from "./json.ts";

// Slack's rules as docs.slack.dev/reference/block-kit states them, written apart from the adapter's own table.

/** What is wrong with the blocks of a message, in the words and with the pointers that Slack's answer uses; empty if nothing. */
export function blockErrors(blocks: unknown): readonly string[] {
  if (!Array.isArray(blocks)) return [at("must be an array", "/blocks")];
  const errors = blocks.flatMap((block, index) => checkBlock(block, `/blocks/${index}`));
  return blocks.length > 50 ? [at("no more than 50 items allowed", "/blocks"), ...errors] : errors;
}

/** Whether the blocks are too long altogether: about 13,200 characters, as users found (slackapi/bolt-js#2509). */
export function tooLong(blocks: unknown): boolean {
  return JSON.stringify(blocks).length > 13_200;
}

function checkBlock(block: unknown, path: string): readonly string[] {
  if (!isObject(block)) return [at("must be an object", path)];
  switch (block["type"]) {
    case "divider":
      return known(block, ["type", "block_id"], path);
    case "header":
      return [
        ...known(block, ["type", "block_id", "text"], path),
        ...checkText(block["text"], `${path}/text`, 150, ["plain_text"]),
      ];
    case "section":
      return checkSection(block, path);
    case "context":
      return checkContext(block, path);
    case "rich_text":
      return [
        ...known(block, ["type", "block_id", "elements"], path),
        ...each(block["elements"], `${path}/elements`, checkRichElement),
      ];
    case "actions":
      return [
        ...known(block, ["type", "block_id", "elements"], path),
        ...(asList(block["elements"]).length > 25 ? [at("no more than 25 items allowed", `${path}/elements`)] : []),
        ...each(block["elements"], `${path}/elements`, checkButton),
        ...repeated(asList(block["elements"]), `${path}/elements`),
      ];
    default:
      return [at(`unsupported type: ${asText(block["type"])}`, `${path}/type`)];
  }
}

function checkButton(button: unknown, path: string): readonly string[] {
  if (!isObject(button)) return [at("must be an object", path)];
  return [
    ...known(button, ["type", "text", "action_id", "url", "value", "style", "confirm"], path),
    ...(button["type"] === "button" ? [] : [at("unsupported type", `${path}/type`)]),
    ...checkText(button["text"], `${path}/text`, 75, ["plain_text"]),
    ...checkLength(button["action_id"], `${path}/action_id`, 255),
    ...checkLength(button["value"], `${path}/value`, 2000),
  ];
}

function repeated(buttons: readonly unknown[], path: string): readonly string[] {
  const ids = buttons.filter(isObject).map((button) => asText(button["action_id"]));
  return new Set(ids).size === ids.length ? [] : [at("action_id must be unique", path)];
}

function checkSection(block: Json, path: string): readonly string[] {
  const fields = asList(block["fields"]);
  return [
    ...known(block, ["type", "block_id", "text", "fields", "accessory", "expand"], path),
    ...(block["text"] === undefined && fields.length === 0 ? [at("must define either `text` or `fields`", path)] : []),
    ...(block["text"] === undefined ? [] : checkText(block["text"], `${path}/text`, 3000, ["plain_text", "mrkdwn"])),
    ...(fields.length > 10 ? [at("no more than 10 items allowed", `${path}/fields`)] : []),
    ...fields.flatMap((text, index) => checkText(text, `${path}/fields/${index}`, 2000, ["plain_text", "mrkdwn"])),
  ];
}

function checkContext(block: Json, path: string): readonly string[] {
  const elements = asList(block["elements"]);
  return [
    ...known(block, ["type", "block_id", "elements"], path),
    ...(elements.length === 0 ? [at("must have at least 1 item", `${path}/elements`)] : []),
    ...(elements.length > 10 ? [at("no more than 10 items allowed", `${path}/elements`)] : []),
    ...elements.flatMap((text, index) => checkText(text, `${path}/elements/${index}`, 3000, ["plain_text", "mrkdwn"])),
  ];
}

function checkText(text: unknown, path: string, max: number, types: readonly string[]): readonly string[] {
  if (!isObject(text)) return [at("missing required field: text", path)];
  const type = asText(text["type"]);
  const allowed = type === "plain_text" ? ["type", "text", "emoji"] : ["type", "text", "verbatim"];
  return [
    ...known(text, allowed, path),
    ...(types.includes(type) ? [] : [at(`must be one of: ${types.join(", ")}`, `${path}/type`)]),
    ...checkLength(text["text"], `${path}/text`, max),
  ];
}

function checkRichElement(element: unknown, path: string): readonly string[] {
  if (!isObject(element)) return [at("must be an object", path)];
  switch (element["type"]) {
    case "rich_text_section":
    case "rich_text_quote":
      return [
        ...known(element, ["type", "elements", "border"], path),
        ...each(element["elements"], `${path}/elements`, checkSpan),
      ];
    case "rich_text_list":
      return [
        ...known(element, ["type", "elements", "style", "indent", "offset", "border"], path),
        ...(element["style"] === "bullet" || element["style"] === "ordered"
          ? []
          : [at("must be one of: bullet, ordered", `${path}/style`)]),
        ...each(element["elements"], `${path}/elements`, checkRichElement),
      ];
    default:
      return [at(`unsupported type: ${asText(element["type"])}`, `${path}/type`)];
  }
}

function checkSpan(span: unknown, path: string): readonly string[] {
  if (!isObject(span)) return [at("must be an object", path)];
  switch (span["type"]) {
    case "text":
      return [...known(span, ["type", "text", "style"], path), ...checkLength(span["text"], `${path}/text`, 40_000)];
    case "link":
      return [
        ...known(span, ["type", "text", "url", "style", "unsafe"], path),
        ...(/^[a-z][a-z+.-]*:\S+$/i.test(asText(span["url"])) ? [] : [at("must be a valid URI", `${path}/url`)]),
      ];
    case "date":
      return [
        ...known(span, ["type", "timestamp", "format", "url", "fallback", "style"], path),
        ...(Number.isInteger(span["timestamp"]) ? [] : [at("must be an integer", `${path}/timestamp`)]),
        ...(/\{(?:date|time|ago)\w*\}/.test(asText(span["format"])) ? [] : [at("must hold a token", `${path}/format`)]),
      ];
    case "user":
    case "usergroup":
    case "broadcast":
    case "channel":
    case "emoji":
      return [];
    default:
      return [at(`unsupported type: ${asText(span["type"])}`, `${path}/type`)];
  }
}

function each(
  items: unknown,
  path: string,
  check: (item: unknown, path: string) => readonly string[],
): readonly string[] {
  if (!Array.isArray(items)) return [at("missing required field: elements", path)];
  return items.flatMap((item, index) => check(item, `${path}/${index}`));
}

function checkLength(text: unknown, path: string, max: number): readonly string[] {
  if (typeof text !== "string" || text.length === 0) return [at("must be more than 0 characters", path)];
  return text.length > max ? [at(`must be less than ${max + 1} characters`, path)] : [];
}

function known(object: Json, names: readonly string[], path: string): readonly string[] {
  const unknown = Object.keys(object).filter((name) => !names.includes(name));
  return unknown.map((name) => at(`invalid additional property: ${name}`, path));
}

function at(problem: string, path: string): string {
  return `${problem} [json-pointer:${path}]`;
}
