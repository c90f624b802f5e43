/** Never end a sentence: a name follows. Without the final dot, in small letters; three languages together. */
export const BEFORE_A_NAME: ReadonlySet<string> = words(
  "mr mrs ms dr prof amb hon st ste mt gen gov sen rep messrs h.e mgr mm sr sra srta sres sras dra excmo excma emb lic ing s.e d dña ej cf vs viz approx e.g i.e p.ej incl",
);

/** End no sentence where a number follows. */
export const BEFORE_A_NUMBER: ReadonlySet<string> = words(
  "no nos art arts para paras p pp vol n núm núms num fig sec sect ch chap cap párr párrs inc rev add corr doc jan feb mar apr jun jul aug sep sept oct nov dec janv févr juil déc ene abr ago dic",
);

/** End a sentence only where the next word opens one. */
export const MAY_END: ReadonlySet<string> = words("u.s u.n e.u u.k d.c ee.uu a.m p.m etc ltd co corp jr al");

/** Words that open sentences and are no part of a name. */
export const SENTENCE_STARTERS: ReadonlySet<string> = words(
  "the a an it its he she they we you i this that these those there in on at for from by to with as after before during while when since if but and or so both all many most some several other others another participants members delegations ministers negotiators ambassador mr ms director-general further such both each no not next",
  "le la les un une l des du il elle ils elles on ce cette ces cela dans en au aux pour par sur avec après avant pendant mais et ou selon plusieurs certains d'autres lors depuis nous",
  "el los las una unos unas se él ella ellos este esta estos estas ese esa en por para con tras antes durante pero y o según varios varias algunos otros además desde no también",
);

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}
