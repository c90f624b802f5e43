import { isRecord, type FormError } from "./answers.ts";

/** What is wrong with rows of buttons. Source: https://docs.discord.com/developers/components/reference#button */
export function componentErrors(components: unknown): readonly FormError[] {
  if (components === undefined || components === null) return [];
  const rows: readonly unknown[] = Array.isArray(components) ? components : [];
  if (rows.length > 5) return [wrong(["components"], "BASE_TYPE_MAX_LENGTH", "Must be 5 or fewer in length.")];
  const ids = rows.filter(isRecord).flatMap((row) => buttonsOf(row).map((button) => button["custom_id"]));
  return [
    ...rows.flatMap((row, at) => rowErrors(row, ["components", String(at)])),
    ...(new Set(ids).size === ids.length
      ? []
      : [wrong(["components"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")]),
  ];
}

function rowErrors(row: unknown, path: readonly string[]): readonly FormError[] {
  if (!isRecord(row) || row["type"] !== 1) return [wrong(path, "UNION_TYPE_CHOICES", "Value of field is not a row")];
  const buttons = buttonsOf(row);
  if (buttons.length < 1 || buttons.length > 5)
    return [wrong([...path, "components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")];
  return buttons.flatMap((button, at) => buttonErrors(button, [...path, "components", String(at)]));
}

function buttonErrors(button: Record<string, unknown>, path: readonly string[]): readonly FormError[] {
  const within = (name: string, max: number): readonly FormError[] => {
    const text = button[name];
    if (typeof text === "string" && text.length >= 1 && text.length <= max) return [];
    return [wrong([...path, name], "BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${max} in length.`)];
  };
  if (button["type"] !== 2) return [wrong(path, "UNION_TYPE_CHOICES", "Value of field is not a button")];
  return [...within("label", 80), ...within("custom_id", 100)];
}

function buttonsOf(row: Record<string, unknown>): readonly Record<string, unknown>[] {
  const inner: readonly unknown[] = Array.isArray(row["components"]) ? row["components"] : [];
  return inner.filter(isRecord);
}

function wrong(path: readonly string[], code: string, message: string): FormError {
  return { path, code, message };
}
