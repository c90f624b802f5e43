import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const EXCERPT = new URL("../../fixtures/discord/message-schemas.json", import.meta.url);

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(JSON.parse(readFileSync(EXCERPT, "utf8")), "discord");

/** What Discord's own description says is wrong with the body of a message that is posted; empty where it is right. */
export function createErrors(body: unknown): readonly string[] {
  return errorsOf("discord#/$defs/MessageCreateRequest", body);
}

/** The same for a correction. */
export function editErrors(body: unknown): readonly string[] {
  return errorsOf("discord#/$defs/MessageEditRequestPartial", body);
}

function errorsOf(schema: string, body: unknown): readonly string[] {
  const validate = ajv.getSchema(schema);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  if (validate(body) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
