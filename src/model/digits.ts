/** A text of digits alone as the number it writes, as variables of the environment give numbers; else what was given. */
export function digitsToNumber(value: unknown): unknown {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
}
