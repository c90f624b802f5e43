/** Those who are counted. */
export const COUNTED: readonly string[] = [
  "members?|participants?|economies|negotiating members",
  "membres|participants|économies|pays",
  "miembros|participantes|economías|países",
];

/** What may stand between a number and those who are counted. */
export const BETWEEN_NUMBER_AND_COUNTED: readonly string[] =
  "wto participating the of wto's organization's des de les l'omc los la omc participantes que son".split(" ");

/** Behind these a number counts without saying whom. */
export const TOTALS: readonly string[] = [
  "(?:number|total|count|tally|membership|participation|participants|initiative|group|talks|negotiations|it|they)[^.;,]{0,90} (?:is|are|has|have|now|at|to|reached|of|number|numbers|remains)(?: now| currently)?",
  "(?:participants|members|membres|miembros|participantes) ?:",
  "(?:participants|members)[^.;,]{0,60}, (?:who|which) (?:now |currently )?(?:are|number)(?: now| currently)?",
  "(?:participants|membres)[^.;,]{0,60}, (?:qui|lesquels) sont (?:désormais|maintenant|actuellement|aujourd'hui|à présent)",
  "(?:participantes|miembros)[^.;,]{0,60}, que (?:ya |ahora |actualmente )?son(?: ya| ahora| actualmente)?",
  "(?:brings?|bringing|brought) together(?: now| currently)?",
  "(?:nombre|total|participants)[^.;,]{0,90} (?:est|sont|à|de|atteint|atteignent|désormais)(?: désormais| de| maintenant)?",
  "(?:rassemble|rassemblent|réunit|réunissent|regroupe|regroupent|compte|comptent)(?: désormais| maintenant| actuellement| aujourd'hui| à présent)?",
  "(?:número|total|participantes)[^.;,]{0,90} (?:es|son|a|de|en|alcanza|asciende a|ya)(?: ahora| ya)?",
  "(?:reúne|reúnen|agrupa|agrupan|cuenta con|cuentan con)(?: ya| ahora| actualmente| hoy(?: en día)?)?(?: a)?",
];

/** Right behind a number that counts those who do this. */
export const DOING: readonly string[] = [
  "(?:now |currently |of them )?(?:take part|participate|negotiate|are negotiating|are taking part|are participating|belong to|have joined)|in (?:number|all)",
  "(?:d'entre eux )?(?:participent|prennent part|négocient)",
  "(?:de ellos )?(?:participan|toman parte|negocian)",
];

/** Taking part, as the sentence has it: without one of these a number is no count of participants. */
export const TAKING_PART: readonly string[] = [
  "participants?|participat(?:e|es|ed|ing|ion)|tak(?:e|es|ing) part|took part|negotiat(?:e|es|ed|ing|ors)|belongs?|belonging",
  "(?:initiative|negotiations|talks)[^.;]{0,60} (?:counts?|comprises?|includes?|numbers?|has|have|brings? together|bringing together|involves?|stands? at)",
  "(?:in|to|of|join(?:ed|s|ing)?|behind) (?:the |this )?(?:e-commerce |joint )?(?:initiative|negotiations|talks)|initiative's|negotiations'|present number|current number|on board",
  "participants?|particip(?:ent|ant|ation|e)|prennent part|prenant part|négocient|ont contribué|font partie",
  "(?:initiative|négociations)[^.;]{0,60} (?:compte|comptent|rassemble|rassemblent|réunit|réunissent|regroupe|regroupent)",
  "participantes?|particip(?:an|a|ación)|toman parte|negocian|forman parte|han contribuido",
  "(?:iniciativa|negociaciones|negociación)[^.;]{0,60} (?:cuenta|cuentan|reúne|reúnen|agrupa|agrupan)",
];

/** Said of those who set out: whoever means to negotiate takes part from then on. */
export const SETTING_OUT: readonly string[] = [
  "(?:will|would|intend to|(?:intent|intention|decision|readiness|agreed|decided) (?:to|of)) (?:begin|beginning|start|starting|commence|commencing|launch|launching|open|opening|initiate|initiating|enter|entering)(?: into)? (?:the )?(?:wto )?(?:exploratory (?:work|talks|discussions)|negotiations|negotiating)",
  "(?:intention|décidé|convenus|décision) d(?:'|e )(?:engager|ouvrir|entamer|lancer|commencer) (?:des|les|de) (?:négociations|travaux exploratoires|discussions exploratoires)|(?:engageront|ouvriront|entameront|commenceront|lanceront) (?:des|les) (?:négociations|travaux exploratoires|discussions exploratoires)",
  "(?:intención de|decidido|decidieron|acordado|acordaron) (?:iniciar|entablar|emprender|comenzar) (?:las? |los |unas? )?(?:negociaciones|labor exploratoria|trabajos exploratorios|conversaciones exploratorias)|(?:iniciarán|entablarán|emprenderán|comenzarán) (?:las? |los |unas? )?(?:negociaciones|labor exploratoria|trabajos exploratorios|conversaciones exploratorias)",
];

/** The present. */
export const PRESENTLY: readonly string[] = [
  "ha(?:s|ve) become|has (?:grown|risen|increased|reached|climbed)|with the (?:accession|entry|arrival|addition)|now|currently|at present|presently|present|today|to date|so far|stands? at|bring(?:s|ing)? the (?:number|total)[^.;,]{0,60}",
  "est passé|sont passés|avec l'(?:arrivée|adhésion|entrée)|désormais|maintenant|actuellement|aujourd'hui|à présent|à ce jour",
  "ha (?:pasado|ascendido|aumentado|llegado)|con la (?:adhesión|incorporación|entrada)|ahora|actualmente|hoy|en la actualidad|hasta la fecha|actual",
];

/** Other groups, with numbers of their own. */
export const OTHER_GROUPS: readonly string[] = [
  "survey|respondents|workshops?|seminars?|webinars?|forum|attended|audience|investment facilitation|domestic regulation|informal working group|small business group|msmes? group|plastics|information technology agreement",
  "enquête|ateliers?|séminaires?|webinaires?|facilitation (?:des investissements|de l'investissement)|réglementation intérieure|groupe de travail informel|plastiques",
  "encuesta|taller(?:es)?|seminarios?|foro|facilitación de (?:las )?inversiones|reglamentación nacional|grupo de trabajo informal|plásticos",
];

/** In the part of a sentence that has a number: it is one of the beginnings. */
export const FORMER_COUNT: readonly string[] = [
  "launch(?:ed)?|began|begun|started|initiated|grew out|originally|initially|at (?:first|the time|the outset|the start)|up from|founding|had|used to",
  "lancée?s?|à l'origine|initialement|au départ|avai(?:t|ent)|comptai(?:t|ent)",
  "iniciad[oa]s?|inici(?:ó|aron)|lanzad[oa]s?|al principio|inicialmente|habían?|tenían?|contaban?",
];

/** In the part of a sentence that has a number: it is one of signatories, sponsors, speakers. */
export const ANOTHER_COUNT: readonly string[] = [
  "(?:would|will|to|may) join|statement|declared|(?:co-)?sponsor(?:s|ed|ing)?|signed|signatories|spoke|speakers|took the floor|request(?:ed)?|proposal|supported by|backed by|on behalf of|propos(?:ed|es)",
  "déclaration|coauteurs|parrain(?:é|ée|és|ées|ent)|signataires|signée?s?|pris la parole|demande|proposition|au nom de",
  "declaración|patrocin(?:ado|ada|adores|an)|copatrocinadores|firm(?:ado|antes|aron)|palabra|solicitud|propuesta|en nombre de",
];

/** Right before a number: it is no exact one, or only a part. */
export const INEXACT: readonly string[] = [
  "some|about|around|nearly|almost|over|more than|at least|up to|roughly|another|other|fewer than|less than|close to|former|first|(?<!negotiated |conducted |pursued |formed )by|sponsored by|for|on behalf of",
  "quelque|environ|près de|plus de|au moins|presque|autres|moins de|(?<!négocié |négociée |menées )par|pour|au nom de|de plus de",
  "unos|unas|cerca de|más de|al menos|casi|otros|menos de|alrededor de|(?<!negociado |negociada )por|para|en nombre de",
];
