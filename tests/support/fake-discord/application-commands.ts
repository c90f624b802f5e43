import { invalidForm, isRecord, ok, refuse, type Answer, type FormError } from "./answers.ts";
import type { Asked } from "./routes.ts";
import type { World } from "./world.ts";

/**
 * Get and Bulk Overwrite Global Application Commands; undefined for any other request.
 * Source: https://docs.discord.com/developers/interactions/application-commands
 */
export function commandsAnswer(world: World, { method, path, body }: Asked): Answer | undefined {
  if (path !== `/applications/${world.botId}/commands`) return undefined;
  if (method === "GET") return ok(world.commands);
  if (method !== "PUT") return refuse(405, 0, "405: Method Not Allowed");
  const commands: readonly unknown[] = Array.isArray(body) ? body : [];
  const errors = commands.flatMap((command, at) => commandErrors(command, [String(at)]));
  if (errors.length > 0) return invalidForm(errors);
  world.commands = commands.filter(isRecord).map((command) => ({
    id: world.ids.next(),
    application_id: world.botId,
    version: world.ids.next(),
    nsfw: false,
    dm_permission: true,
    integration_types: [0],
    name_localizations: null,
    ...command,
  }));
  return ok(world.commands);
}

const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

function commandErrors(command: unknown, path: readonly string[]): readonly FormError[] {
  if (!isRecord(command)) return [wrong(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")];
  const options: readonly unknown[] = Array.isArray(command["options"]) ? command["options"] : [];
  const required = options.filter(isRecord).map((option) => option["required"] === true);
  return [
    ...nameErrors(command["name"], [...path, "name"]),
    ...(command["type"] !== undefined && Number(command["type"]) > 1
      ? []
      : lengthErrors(command["description"], [...path, "description"], 100)),
    ...localErrors(command["description_localizations"], [...path, "description_localizations"]),
    ...(options.length > 25 ? [wrong([...path, "options"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer.")] : []),
    ...(required.indexOf(true, Math.max(0, required.indexOf(false))) > 0 && required.includes(false)
      ? [wrong([...path, "options"], "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options first")]
      : []),
    ...(size(command) > 8_000
      ? [wrong(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")]
      : []),
    ...options.flatMap((option, at) => optionErrors(option, [...path, "options", String(at)])),
  ];
}

function optionErrors(option: unknown, path: readonly string[]): readonly FormError[] {
  if (!isRecord(option)) return [wrong(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")];
  const choices: readonly unknown[] = Array.isArray(option["choices"]) ? option["choices"] : [];
  const inner: readonly unknown[] = Array.isArray(option["options"]) ? option["options"] : [];
  return [
    ...nameErrors(option["name"], [...path, "name"]),
    ...lengthErrors(option["description"], [...path, "description"], 100),
    ...localErrors(option["description_localizations"], [...path, "description_localizations"]),
    ...(choices.length > 25 ? [wrong([...path, "choices"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer.")] : []),
    ...(choices.length > 0 && option["autocomplete"] === true
      ? [wrong([...path, "autocomplete"], "APPLICATION_COMMAND_INVALID_AUTOCOMPLETE", "Not together with choices")]
      : []),
    ...inner.flatMap((one, at) => optionErrors(one, [...path, "options", String(at)])),
  ];
}

function nameErrors(name: unknown, path: readonly string[]): readonly FormError[] {
  const good = typeof name === "string" && NAME.test(name) && name === name.toLowerCase();
  return good ? [] : [wrong(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")];
}

function localErrors(texts: unknown, path: readonly string[]): readonly FormError[] {
  if (texts === undefined || texts === null || !isRecord(texts)) return [];
  const locales = new Set(["fr", "es-ES", "es-419", "en-GB", "en-US", "de", "it", "pt-BR"]);
  return Object.entries(texts).flatMap(([locale, text]) => [
    ...(locales.has(locale) ? [] : [wrong([...path, locale], "ENUM_TYPE_COERCE", "Unknown locale")]),
    ...lengthErrors(text, [...path, locale], 100),
  ]);
}

function lengthErrors(text: unknown, path: readonly string[], max: number): readonly FormError[] {
  const good = typeof text === "string" && text.length >= 1 && text.length <= max;
  return good ? [] : [wrong(path, "BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${max} in length.`)];
}

/** "Combined length of name, description and value for each command, its options and choices, the longest localization". */
function size(command: Record<string, unknown>): number {
  const own = ["name", "description", "value"].map((key) => {
    const text = command[key];
    const local = command[`${key}_localizations`];
    const others = isRecord(local) ? Object.values(local).map((one) => String(one).length) : [];
    return Math.max(typeof text === "string" ? text.length : 0, ...others);
  });
  const inner = [command["options"], command["choices"]].flatMap((list): readonly unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return own.reduce((sum, one) => sum + one, 0) + inner.filter(isRecord).reduce((sum, one) => sum + size(one), 0);
}

function wrong(path: readonly string[], code: string, message: string): FormError {
  return { path, code, message };
}
