/** What a row of time words means. */
export type TimeSort =
  | "quarter"
  | "month-end"
  | "year-end"
  | "early"
  | "mid"
  | "late"
  | "spring"
  | "summer"
  | "autumn"
  | "winter-break"
  | "month"
  | "year"
  | "conference"
  | "next-conference"
  | "ministers";

/**
 * Ways to name a time without a day. `{year}` is a year in figures, `{of year}` one with or without a preposition or "this
 * year" and "next year", `{month}` a month, `{ordinal}` the number of a conference in words. Where rows overlap the longer reading holds.
 */
export const TIME_ROWS: readonly (readonly [TimeSort, string])[] = [
  [
    "quarter",
    "(?<quarter>first|second|third|fourth|last|final|opening|closing) quarter(?:{of year})?|Q(?<quarter2>[1-4])(?:{of year2})?",
  ],
  ["quarter", "(?<quarter>premier|deuxième|troisième|quatrième|dernier) trimestre(?:{of year})?"],
  ["quarter", "(?<quarter>primer|segundo|tercer|cuarto|último) trimestre(?:{of year})?"],
  ["month-end", "(?:end|close|last day) of {month}(?:{of year})?|end-{month2}|late {month3}(?:{of year3})?"],
  ["month-end", "end of (?:the|this) month|fin du mois(?! d)|(?:fin|finales|final) (?:del mes|de mes)(?! de)"],
  ["month-end", "(?:la |le )?(?:fin|dernier jour) (?:de |du mois de |du mois d'|d'){month}(?:{of year})?"],
  ["month-end", "(?:finales|fines|fin|final|último día) (?:del mes )?de {month}(?:{of year})?"],
  ["year-end", "(?:end|close) of(?: the year)?{of year}"],
  [
    "year-end",
    "end[- ](?:of[- ])?{year}|(?:before |until |till |by the time |avant que |antes de que )?{year2} (?:is out|is over|ends|closes|runs out|comes to an end|ne s'achève|s'achève)",
  ],
  [
    "year-end",
    "end of the (?:year|calendar year)|year (?:is out|is over|ends|closes)|last (?:days|weeks) of the year|fin d'année|fin de año|l'année (?:s'achève|se termine)|year-?end|year's end|close of the year",
  ],
  ["year-end", "(?:la )?fin{of year}"],
  ["year-end", "(?:finales|fines|final|fin){of year}"],
  ["year-end", "(?:termine|finalice|acabe|concluya|finalizar|terminar|acabar)(?: el)?{of year}"],
  ["early", "early(?: in)?{of year}|early{year2}"],
  ["early", "(?:beginning|start) of{of year}"],
  ["early", "(?:le )?début{of year}|(?:principios|comienzos|inicios){of year2}"],
  ["mid", "mid-{year}"],
  ["mid", "middle of{of year}"],
  ["mid", "(?:mi-|milieu ){of year}|mediados{of year2}"],
  ["late", "late(?: in)?{of year}"],
  [
    "spring",
    "(?:european |northern )?spring(?: break| recess)?(?:{of year})?|printemps(?:{of year2})?|primavera(?:{of year3})?",
  ],
  [
    "summer",
    "(?:european |northern )?summer(?: break| recess| holidays?| pause)?(?:{of year})?|august (?:break|recess)|midsummer|mid-summer",
  ],
  [
    "summer",
    "(?:pause|trêve|vacances|interruption) (?:estivales?|d'été|de l'été|du mois d'août)(?:{of year})?|l'été(?: européen| boréal)?(?:{of year2})?",
  ],
  [
    "summer",
    "(?:receso|pausa|vacaciones|parón|descanso|paréntesis) (?:estival(?:es)?|de verano|del verano|de agosto)(?:{of year})?|verano(?: europeo| boreal)?(?:{of year2})?",
  ],
  ["autumn", "(?:european |northern )?(?:autumn|fall)(?:{of year})?|automne(?:{of year2})?|otoño(?:{of year3})?"],
  [
    "winter-break",
    "(?:winter|christmas|year-end|end-of-year) (?:break|recess|holidays?|pause)|festive season|holiday season|christmas|(?:pause|vacances|trêve|interruption|congés?) (?:hivernales?|d'hiver|de noël|de fin d'année|des confiseurs)|fêtes de fin d'année|noël|(?:receso|pausa|vacaciones|fiestas|paréntesis) (?:de invierno|navideñ[oa]s?|de navidad|de fin de año|invernal)|navidad",
  ],
  [
    "month",
    "(?:(?:in |by |en |before |avant |antes de |until |d'ici à |d'ici |à |a |pour |para )?(?:the |la |le )?(?:early(?: in)? |mid-|mid |(?:first|second|third|last|final) (?:week|half|days|fortnight) (?:of|in) |(?:beginning|start|middle|course) of |début |courant |mi-|première semaine d(?:e |')|première quinzaine d(?:e |')|principios de |comienzos de |inicios de |mediados de |primera (?:semana|quincena) de ))?(?:in |by |en |before |avant |antes de |until |d'ici à |d'ici )?{month}(?:{of year})?",
  ],
  [
    "year",
    "(?:in |by |en |d'ici à |d'ici |para |within |before )?{year}|this year|next year|within the year|cette année|l'année prochaine|este año|el (?:próximo año|año próximo)",
  ],
  ["conference", "MC ?(?<number>\\d{1,2})|CM ?(?<number2>\\d{1,2})"],
  [
    "conference",
    "(?<number>\\d{1,2})(?:th|st|nd|rd|e|ème|\\.?ª|a) (?:WTO |session of the |period of sessions of the )?(?:ministerial conference|conférence ministérielle|conferencia ministerial)",
  ],
  [
    "conference",
    "(?<ordinal>{ordinal}) (?:WTO |session of the )?(?:ministerial conference|conférence ministérielle|conferencia ministerial)",
  ],
  [
    "next-conference",
    "(?:next|following|coming|upcoming|prochaine|próxima) (?:WTO )?(?:ministerial(?: conference)?|conférence ministérielle|conferencia ministerial)",
  ],
  [
    "ministers",
    "(?:it|they) next (?:sits?|meets?)|(?:its|their|the) next session|sa prochaine session|leur prochaine session|(?:el|su) próximo período de sesiones|ministers next (?:gather|meet|convene)|ministers (?:gather|meet|convene|assemble|come together)|les ministres (?:se réunissent|se réunissent)|los ministros se reúnan",
  ],
];

/** Numbers of conferences in words. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    "eleventh onzième undécima",
    "twelfth douzième duodécima",
    "thirteenth treizième decimotercera",
    "fourteenth quatorzième decimocuarta",
    "fifteenth quinzième decimoquinta",
    "sixteenth seizième decimosexta",
  ].flatMap((row, index) => row.split(" ").map((word) => [word, index + 11] as const)),
);

/** Numbers of quarters in words. */
export const QUARTERS: ReadonlyMap<string, number> = new Map(
  [
    "first premier primer opening 1",
    "second deuxième segundo 2",
    "third troisième tercer 3",
    "fourth quatrième cuarto last dernier último final closing 4",
  ].flatMap((row, index) => row.split(" ").map((word) => [word, index + 1] as const)),
);

/** Says that a year is the next one, or the present. */
export const NEXT_YEAR =
  "next year|the coming year|l'année prochaine|(?:l')?an prochain|(?:el )?próximo año|(?:el )?año (?:próximo|que viene)";
export const THIS_YEAR =
  "this year|the year|cette année|l'année(?: en cours)?|este año|(?:el )?año(?: en curso| actual)?";
