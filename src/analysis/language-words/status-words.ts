/** How a text says that days are not settled yet. */
export const TENTATIVE: readonly string[] = [
  "may be (?:called|convened|held|added|organi[sz]ed)|might be (?:called|convened|held)|could be (?:called|convened|held|added)|subject to change|not yet (?:fixed|final|settled|firm)|sin confirmar|se baraja|podría (?:cambiar|convocarse)|pourrait être (?:convoquée?|organisée?|tenue?|ajoutée?)|à titre indicatif|a título indicativo|in doubt|to be decided|tentative(?:ly)?|provisional(?:ly)?|to be confirmed|yet to be confirmed|subject to confirmation",
  "awaits? confirmation|not (?:yet )?(?:been )?confirmed|still to be (?:confirmed|settled)|pencill?ed in",
  "tbc|possibly|perhaps|probably|may (?:meet|be held|take place|follow|come|reconvene)",
  "might (?:meet|be held|take place|follow)|could (?:meet|be held|take place|follow)|provisoire(?:ment)?",
  "à confirmer|sous réserve de confirmation|reste(?:nt)? à confirmer|en principe",
  "pourrai(?:t|ent) (?:se tenir|avoir lieu|se réunir|être organisée?s?)|con carácter provisional",
  "(?:de (?:forma|manera) )?provisional(?:mente)?|a título provisional|tentativamente|por confirmar",
  "pendiente de confirmación|sujet[oa]s? a confirmación|en principio",
  "podría(?:n)? (?:celebrarse|tener lugar|reunirse)",
];

/** How a text says that days no longer hold. */
export const POSTPONED: readonly string[] = [
  "postpon(?:e|ed|ement|ing|es)|put off|cancell?ed|called off|brought forward|rescheduled|deferred|moved|no longer",
  "(?:will|does|did|would) not (?:now )?go ahead|slip(?:s|ped)|pushed back|scrapped|shelved|no (?:tendrá|tuvo|tendrán) lugar|n'(?:a|ont) pas (?:eu lieu|pu)|n'auront pas lieu|suspend(?:ed|ue?s?)|suspendid[oa]s?|will not (?:now )?take place|did not take place|report(?:ée?s?|er|e)|ajournée?s?|annulée?s?",
  "repoussée?s?|différée?s?|n'aura pas lieu|avancée?s? au|adelantad[oa]s?|aplaz(?:ad[oa]s?|ar|ó|amiento|a)|pospuest[oa]s?",
  "posp(?:uso|oner)|cancelad[oa]s?|traslad(?:ad[oa]s?|ó)|no se celebrará",
];

/** Before a day that no longer holds, where the sentence says that something was postponed. */
export const OLD_DAY: readonly string[] = [
  "once (?:set|planned)|announced|from|originally|initially|previously|had been|was to|were to|was due|instead of|rather than",
  "in place of|earlier|initialement|devait|devaient|au lieu du?|du|prévue?s?|inicialmente|originalmente",
  "debía|debían|iba a|en lugar del?|en vez del?|del|previst[oa]s?|scheduled|planned|due",
];

/** Before the day that holds instead. */
export const NEW_DAY: readonly string[] = [
  "will (?:now )?(?:be|take|meet|run|open|start)|now|new (?:date|dates|days)|instead on",
  "se tiendra(?: finalement)?|aura lieu|finalement|nouvelles? dates?|se celebrará",
  "tendrá lugar|finalmente|nuevas? fechas?",
];

/** Signs that a day is over. */
export const PAST_TENSE: readonly string[] = [
  "was|were|met|took|held|said|told|spoke|opened|discussed|agreed|decided|launched|réuni(?:e|s|es)?",
  "s'est|se sont|tenue?s?|celebrad[oa]s?|celebró|reunieron|tuvo|tuvieron",
];

/** Signs that a day is to come. */
export const FUTURE_TENSE: readonly string[] = [
  "will|to be held|is to|are to|is set|is due|are due|scheduled|planned|next|upcoming|forthcoming",
  "takes place|take place|meets|opens|sera|seront|tiendra|tiendront|aura|auront|prévue?s?|prochaine?s?",
  "réunira|réuniront|celebrará|celebrarán|tendrá|tendrán|previst[oa]s?|próxim[oa]s?|reunirá|reunirán",
];
