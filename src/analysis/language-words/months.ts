/** The number of each month by its name in small letters; English, French and Spanish, with the English short forms. */
export const MONTHS: ReadonlyMap<string, number> = numbered([
  "january jan janvier enero",
  "february feb février fevrier febrero",
  "march mar mars marzo",
  "april apr avril abril",
  "may mai mayo",
  "june jun juin junio",
  "july jul juillet julio",
  "august aug août aout agosto",
  "september sept sep septembre septiembre setiembre",
  "october oct octobre octubre",
  "november nov novembre noviembre",
  "december dec décembre decembre diciembre",
]);

const VERBS = new Set(["may", "march"]);

/** For an expression: a month by its full name, with or without a capital; "May" and "March" only with it. */
export const MONTH_NAME = [...MONTHS.keys()]
  .filter((name) => name.length > 3 || VERBS.has(name))
  .map((name) => {
    const [first, rest] = [name.charAt(0), name.slice(1)];
    return VERBS.has(name) ? first.toUpperCase() + rest : `[${first}${first.toUpperCase()}]${rest}`;
  })
  .join("|");

/** The number of each weekday (Monday is 1) by its name in small letters. */
export const WEEKDAYS: ReadonlyMap<string, number> = numbered([
  "monday lundi lunes",
  "tuesday mardi martes",
  "wednesday mercredi miércoles miercoles",
  "thursday jeudi jueves",
  "friday vendredi viernes",
  "saturday samedi sábado sabado",
  "sunday dimanche domingo",
]);

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(" ").map((name) => [name, index + 1] as const)));
}
