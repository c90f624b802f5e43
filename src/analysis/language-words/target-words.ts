/** Right before a time: something is to be reached by it. */
export const BY_WORDS: readonly string[] = [
  "by|before|within|no later than|not later than|at the latest (?:by|on|in)|ahead of|prior to|in time for|by the time(?: of)?",
  "d'ici(?: à| au| aux| le| la)?|avant(?: que)?|au plus tard(?: à| au| le| en| pour)?|pour|à temps pour",
  "antes(?: de(?:l| que)?)?|a más tardar(?: en| el| para)?|para|con miras a|de aquí a|a tiempo para",
];

/** Right behind a time: it is a limit. */
export const AT_THE_LATEST: readonly string[] = [
  "at (?:the |the very )?latest|or (?:before|sooner|earlier)|au plus tard|dernier délai|como muy tarde|a más tardar|como máximo",
];

/** Giving, writing, ending, beginning to apply: what somebody does by a time, without a sense of tense. */
const DEEDS_EN =
  "suppl(?:y|ied)|publish(?:ed)?|circulated?|issued?|released?|deliver(?:ed)?|submit(?:ted)?|hand(?:ed)? (?:in|over)|put (?:together|forward|on the table)|distributed?|produced?|prepared?|sen[dt]|provided?|shared?|post(?:ed)?|draw(?:n)? up|completed?|finish(?:ed)?|finali[sz]ed?|concluded?|follow|appear|come out|be ready|be available|notify|notified|ratify|ratified|start(?:ed)? to|begin to|begun to|report back|revised?|listed|compiled?|updated?|adopt(?:ed)?|signe?d?|open(?:ed)? for signature|return(?:ed)?|settled?|closed?|table(?:d)? (?:its|their|a|an|the|new|revised|texts?|proposals?)|tabled|reply|respond|answer|be out|be done|be in place|be on the table|go out|see the light|be online|wrap(?:ped)? up|lodged?|filed?|upload(?:ed)?|turn(?:ed)? in|deposit(?:ed)?|hammer(?:ed)? out|iron(?:ed)? out|clean(?:ed)? up";
const DEEDS_FR =
  "remett\\p{L}{2,4}|rend(?:re|ra|ront)|transm(?:ettre|ettra|ettront)|fourni(?:r|ra|ront)|publi(?:er|era|eront)|distribu(?:er|era|eront|é|ée|és|ées)|diffus(?:er|era|eront|é|ée|és|ées)|communiqu(?:er|era|eront)|soumett(?:re|ra|ront)|soumis(?:e|es)?|dépos(?:er|era|eront|é|ée|és|ées)|envo(?:yer|ie|ient)|enver(?:ra|ront)|adresser(?:a|ont)?|notifi(?:er|era|eront)|achèver(?:a|ont)|terminer(?:a|ont)|conclur(?:a|ont)|paraîtr(?:a|e|ont)|suivr(?:a|ont)|établi(?:r|ra|ront)|élaborer(?:a|ont)?|mettr(?:a|ont) (?:la dernière main|en circulation)|ratifier(?:a|ont)?|adopter(?:a|ont)|(?:ser(?:a|ont)|être) (?:ouvert(?:e|s|es)? à|établi(?:e|s|es)?|complétée?s?|remanié(?:e|s|es)?|transmis(?:e|es)?|fourni(?:e|s|es)?|communiquée?s?|adoptée?s?|signée?s?|conclu(?:e|s|es)?|ratifiée?s?|réglée?s?|épurée?s?|prête?s?|publiée?s?|distribuée?s?|disponibles?|achevée?s?|remise?s?|soumise?s?|diffusée?s?|révisée?s?)|livrer(?:a|ont)?|répondr(?:e|a|ont)|faire parvenir|feront parvenir|fera parvenir";
const DEEDS_ES =
  "remit(?:ir|irá|irán|an|a)|entreg(?:ar|ará|arán|uen|ue)|transmit(?:ir|irá|irán)|facilit(?:ará|arán)|suministr(?:ar|ará|arán)|public(?:ar|ará|arán)|publicarse|distribu(?:ir|irá|irán|irse|ya|yan)|comunic(?:ar|ará|arán)|notific(?:ar|ará|arán)|envi(?:ar|ará|arán|en)|conclu(?:irá|irán)|termin(?:ará|arán)|seguirá|seguirán|aparecerá|elabor(?:ar|ará|arán)|prepar(?:ará|arán)|ratific(?:ar|ará|arán)|adopt(?:ará|arán)|estará (?:list[oa]|disponible)|estarán (?:list[oa]s|disponibles)|qued(?:e|en|ará|arán) (?:cerrad|resuelt|terminad|acordad|list|concluid)[oa]s?|se cerrará|verá la luz|verán la luz|saldrá|llegará|estará abiert[oa]|se abrirá a la firma|se firmará|se entregará|se remitirá|se presentará|se publicará|se distribuirá|respond(?:er|erá|erán)|responderán|cerrar|ultim(?:ar|ará|arán)|difund(?:ir|irá|irán)";

/** What somebody does by a time. */
export const DEEDS: readonly string[] = [DEEDS_EN, DEEDS_FR, DEEDS_ES];

/** The same as something to come: with one of these before it, a time needs no word of limit ("in July"). */
export const DEEDS_TO_COME: readonly string[] = [
  `(?:will|shall|must|should|has to|have to|needs? to|hopes? to|aims? to|intends? to|plans? to|expects? to|promised to|agreed to|asked to|invited to|is to|are to|is due to|are due to|undertakes? to|undertook to|pledged? to|would)(?: (?:then|also|now|be|have|start to|begin to|again|soon|in turn)){0,2} (?:${DEEDS_EN})`,
  `(?:devr(?:a|ont|aient|ait)|doi(?:t|vent)|v(?:a|ont)) (?:être )?(?:${DEEDS_FR})`,
  DEEDS_FR,
  DEEDS_ES,
];

/** Awaited: the time behind one of these is when a thing is to be there. */
export const AWAITED: readonly string[] = [
  "expected|foreseen|due|promised|planned|scheduled|slated|awaited|wanted|announced|envisaged|hoped for|in the pipeline|on the cards|in the works|on its way|pencilled in|to be (?:ready|available|out)|should be (?:ready|out|there)",
  "attendue?s?|prévue?s?|promis(?:e|es)?|annoncée?s?|espérée?s?|envisagée?s?|fixée?s?",
  "previst[oa]s?|esperad[oa]s?|prometid[oa]s?|anunciad[oa]s?|se espera(?:n)?|se aguarda(?:n)?|se prevé(?:n)?|se anuncia(?:n)?|se confía",
];

/** Beginning to hold: the day behind one of these is a milestone. */
export const APPLIES: readonly string[] = [
  "(?:to |will |would |should |start to |begin to |may )(?:apply|be applied|take effect|be in force)|starts? applying|begins? applying|appl(?:ies|y)|takes? effect|(?:enters?|entry|entering|come|comes) into (?:force|effect)|application",
  "(?:s')?appliquer(?:a|ont)?|d'application|sera appliquée?|prendr(?:a|ont) effet|prend effet|entrer(?:a|ont)? en vigueur|entrée en vigueur|mise en application",
  "aplicar(?:se|á|án)?|aplique(?:n)?|surtirá(?:n)? efecto|entrar(?:á|án)? en vigor|entrada en vigor|entre en vigor",
];

/** Right before a time up to which something goes on, or may be handed in. */
export const UNTIL_WORDS: readonly string[] = [
  "until|till|(?<!run-)up to|up until|through|beyond|jusqu'(?:à|au|en|aux)|au-delà du|hasta|más allá del",
];

/** What may be handed in until a time. */
export const HANDED_IN: readonly string[] = [
  "(?:ha(?:s|ve)|had|gave|given|been given) until|give(?:s|n)? (?:[\\p{L}-]{2,14} ){1,4}until|react|respond|reply|answers?|questions?|lodge|send|sent in|say so|welcome|invited|hand(?:ed)? in|amendments|submi(?:t|ts|tted|ssions?)|comments?|apply|applications?|nominations?|register|proposals?|deadline",
  "(?:ont|a|auront|aura) jusqu'(?:au|à|en)|réagir|répondre|par écrit|invit\\p{L}{1,4}|transmettre|questions|soumettre|soumissions?|observations|candidatures?|propositions?|délai|date limite",
  "(?:tiene|tienen|tendrán|tendrá|dispone|disponen|disponen de plazo|dispone de plazo) hasta|reaccionar|responder|enviar|remitir|por escrito|preguntas|invit\\p{L}{1,4}|presentar(?:se)?|observaciones|candidaturas?|propuestas?|plazo|fecha límite",
];

/** What is wished, meant or owed. */
export const AIMS: readonly string[] = [
  "aim(?:s|ed|ing)?|goals?|targets?|targeted|targeting|objectives?|ambition|hopes?|hoped|hoping|intends?|intended|intention|intending|expects?|expected|envisages?|envisaged",
  "seeks?|want(?:s|ed)?|wish(?:es|ed)?|would like|commitment to|commit(?:s|ted)?|undertakes?|undertook|pledged?|resolved to|believes?|within reach|in sight|on track|on course",
  "plan(?:s|ned|ning)? (?:to|on)|set (?:themselves|itself)|agreed to|should|must|has to|have to|need(?:s|ed)? to|is to be|are to be|deadline|due|see(?:s|n)? [^,.;]{0,40} as the|confident|optimistic",
  "urged?|called (?:for|on)|calls? (?:for|on)|asked|invited|instructed|look(?:s|ed|ing)? (?:for|to)|work(?:s|ed|ing)? towards?|with a view to|allow(?:s|ed)?|foresees?|foresaw|predicts?|predicted|reckons?|think",
  "tablent|table sur|misent|ambitionn\\p{L}{1,3}|s'efforc\\p{L}{2,5}|veulent|objectifs?|but|espèrent|espère|espéré|espérer|espérant|visent|vise|visant|entendent|entend|comptent|compte|prévoient|prévoit|prévu|envisagent|envisage|envisagé|souhaitent|souhaite|souhaité|devraient|devrait|doivent|doit|s'engag\\p{L}{1,6}|se sont engagés|échéance|date limite|délai|en vue de|ambition|confirm\\p{L}{1,3}|appel\\p{L}{1,4} à|invit\\p{L}{1,3}|jugent|estiment|croient",
  "objetivos?|metas?|esperan|espera|esperar|confían|confía|pretenden|pretende|aspiran|aspira|prevén|prevé|previsto|desean|desea|deberían|debería|deben|debe|se comprometi\\p{L}{1,5}|plazo|fecha límite|con miras|ambición|propósito|intención|quieren|quiere|se propone(?:n)?|piden|pidió|pidieron|invit\\p{L}{1,5}|creen|consideran",
];

/** Names of a target itself: with one of these, a time may stand anywhere in the sentence. */
export const GOALS: readonly string[] = [
  "targets?|target date|goals?|deadlines?|objectives?|see(?:s|n)? (?:the )?(?:end|close|summer|autumn|spring)[^.;]{0,40} as",
  "objectifs?|échéances?|date limite",
  "objetivos?|metas?|plazos?|fecha límite",
];

/** The last day for something. */
export const DEADLINES: readonly string[] = [
  "deadline|due|closing date|window|comment period|call for (?:proposals|papers|comments|nominations|applications)",
  "date limite|échéance|délai",
  "fecha límite|plazo",
];

/** Right behind a day: it is named the last one for something. */
export const NAMED_A_DEADLINE: readonly string[] = [
  ",? (?:as|for) (?:the |a |its |their )?(?:new |final |last )?(?:deadline|cut-off(?: date)?|closing date|target date|last day|final day)",
  "(?:,? comme)?(?: la| le)? (?:nouvelle |dernière )?(?:date limite|date butoir|échéance|délai)",
  "(?:,? como)?(?: la| el)? (?:nueva |última )?(?:fecha (?:límite|tope)|plazo)",
];

/** Aims in the strict sense: with one of these before it, a time needs no word of limit ("in December"). */
export const STRONG_AIMS: readonly string[] = [
  "undertakes?|pledged?|intention|aim(?:s|ed|ing)?|goals?|target(?:s|ed)?|objectives?|hop(?:e|es|ed|ing)|intend(?:s|ed)?|expect(?:s|ed)?|plan(?:s|ned)? to|envisages?|envisaged|want(?:s|ed)?|(?:should|is to|are to|will) be|on (?:course|track) to|set to|promised?|undertook to|set out to|confident|optimistic|scheduled to be|due",
  "en (?:bonne )?voie (?:de|d')|en passe de|tablent|table sur|misent|ambitionn\\p{L}{1,3}|s'efforc\\p{L}{2,5}|veulent|intention|ambition|s'engagent|(?:devrai(?:t|ent)|doit|doivent|sera|seront) être|objectifs?|esp[éè]r\\p{L}{1,4}|visent|vise|entendent|comptent|prévoient|prévoit|il est prévu de|envisagent|souhaitent",
  "camino de|encaminad[oa]s? a|en vías de|propósito|intención|confía(?:n)?|(?:debería(?:n)?|debe(?:n)?) (?:ser|estar|quedar)|objetivos?|metas?|esper\\p{L}{1,3}|pretenden|aspiran|prevén|prevé|confían|desean",
];

/** What can be reached: an end, a result, a paper. */
export const RESULTS: readonly string[] = [
  "conclu(?:de|des|ded|ding|sion|sions)|finish(?:es|ed|ing)?|complet(?:e|es|ed|ing|ion)|finali[sz](?:e|es|ed|ing|ation)|final|deliver(?:s|ed|ing|y|ables?)?|submi(?:t|ts|tted|tting|ssion|ssions)|issu(?:e|es|ed|ing)|publish(?:ed)?",
  "circulat(?:e|es|ed|ing)|texts?|packages?|articles?|progress|converg(?:e|ence)|agree(?:ment|d)?|outcomes?|results?|reports?|recommendations?|decisions?|over|settl(?:e|ed|ing)|bridg(?:e|ed|ing)|adopt(?:ed|ion|ing)?",
  "not(?:e|es)|tables?|surveys?|stud(?:y|ies)|compendium|lists?|inventory|basket|harvest|chapters?|annex(?:es)?|replies|responses|amendments|estimates|outline|roadmap|work ?plan|guide|paper|manual|footnotes?|homework|answers|plan|resol(?:ve|ved|ution)|revision|revised|draft|version|announc(?:e|ed|ing)|in place|ready|signed|sign|enter into force|entry into force|in force|reached?|reach(?:ed|ing)?|done|end(?:ed|s|ing)?|close(?:d)?|closing|wrap(?:ped)? up|comments|proposals?|nominations?|consensus|clean|stabili[sz]e[ds]?|schedules?|offers?|implement(?:ed|ation)?|incorporat(?:ed|ion)|launch(?:ed)?",
  "notes?|études?|listes?|annexes?|chapitres?|réponses?|projets?|estimations?|copie|tableaux?|observations|contributions|enquêtes?|recueil|conclu(?:re|sion|e|ent|ra)|achev(?:er|é|és|ée|ées|ement)|termin(?:er|é|és|ée|ées)|finalis(?:er|é|ée|ation)|texte?s?|progrès|avancées?|converg(?:er|ence)|accords?|résultats?|rapports?|recommandations?|décisions?|adopt(?:er|é|ée|és|ées|ion)|propositions?|révisée?|version|présenter|présentation|soumettre|parvenir|aboutir|publier|réglée?s?|prêts?|prêtes?",
  "notas?|estudios?|listas?|anexos?|capítulos?|respuestas?|proyectos?|estimaciones|observaciones|contribuciones|encuestas?|compendio|cerrar|cerrad[oa]s?|artículos?|conclu(?:ir|sión|ido|ida|yan)|termin(?:ar|ado|ada|e)|finali(?:zar|zación|zado)|textos?|avances?|progresos?|converg(?:er|encia)|acuerdos?|acordar|resultados?|informes?|recomendaciones|decisión|decisiones|adopt(?:ar|ado|ada|ados|en)|propuestas?|revisad[oa]|versión|presentar|presentación|lograr|alcanzar|publicar|resolver|resuelt[oa]s?|list[oa]s?|entreg(?:ar|a)|concluya",
];

/** The moratorium, and what it does at its end. */
export const MORATORIUM: readonly string[] = [
  "moratorium|(?:current |existing )?practice of not|not (?:imposing|charging|levying|to impose|to levy|to charge)|customs duties on electronic transmissions",
  "moratoire|pratique (?:actuelle )?consistant à ne pas|droits de douane sur les transmissions électroniques",
  "moratoria|práctica (?:actual )?de no (?:imponer|aplicar|percibir)|derechos de aduana sobre las transmisiones electrónicas",
];
export const MORATORIUM_ENDS: readonly string[] = [
  "runs?|run out|expir(?:e|es|ed|y|ing)|laps(?:e|es|ed|ing)|ends?|prolong(?:ed|s|ing|ation)?|extend(?:ed|s|ing)?|extension|renew(?:ed|al|s)?|maintain(?:ed|s|ing)?|kept|remain(?:s|ed)?|in (?:place|force|effect)|go on|continu(?:e|es|ed)|valid|holds?|until|roll(?:ed)? over",
  "court|expir(?:e|era|é|ation)|pren(?:d|dra) fin|prolong(?:é|ée|er|ation|e|ent)|prorog(?:é|er|ation|ée)|reconduit|reconduction|maint(?:enu|enir|ien|iendront|iennent)|reste(?:ra)?|en vigueur|jusqu'(?:à|au|en)",
  "expir(?:a|ará|e)|venc(?:e|erá)|prorrog(?:ar|ada|ado|ó|a|aron)|prórroga|mantener|mantien(?:e|en)|mantendrán?|mantuvieron|vigente|en vigor|termina(?:rá)?|hasta|renov(?:ar|ó|ada)|rige|regirá",
];

/** Ending by itself. */
export const LAPSES: readonly string[] = [
  "laps(?:e|es|ed)|expir(?:e|es|y)|(?:will |would |to )end|ends|runs? out|cease(?:s)?|come(?:s)? to an end|terminates?",
  "expire(?:ra|nt|ront)?|prend(?:ra)? fin|prennent fin|cesse(?:ra)?|viendr(?:a|ont) à expiration|arriver?a? à (?:expiration|échéance)|échoit",
  "expira(?:rá|n|rán)?|vence(?:rá|n|rán)?|termina(?:rá|n|rán)?|caduca(?:rá|n|rán)?|cesa(?:rá)?|queda(?:rá)? sin efecto|dejará de",
];

/** Not settled: what a paper or an option would do, if it were taken up. */
export const CONDITIONAL: readonly string[] = [
  "(?:drafts?|proposals?|papers?|texts?|proponents?|proposed|sponsors?|options?|versions?|one|other|third|second|first)[^.;]{0,80} would|(?:moratorium|practice) (?:should|would|could|ought)|would (?:also )?(?:extend|prolong|keep|let|carry|tie|maintain|make|renew|be prolonged|be extended)|could be (?:extended|prolonged)",
  "(?:projets?|propositions?|textes?|auteurs|options?|premier|deuxième|troisième)[^.;]{0,80} (?!devrai|pourrai)\\p{L}{2,16}(?:rait|raient)|prorogerai(?:t|ent)|prolongerai(?:t|ent)|si les",
  "(?:proyectos?|propuestas?|textos?|autores|opciones|primero|segundo|tercero)[^.;]{0,80} (?!deber|podr)\\p{L}{2,16}rían?|prorrogarían?|mantendrían?|si los",
];

/** Not settled: somebody asks for it. */
export const PROPOSED: readonly string[] = [
  "proposes?|proposing|proposed|suggest(?:s|ed|ing)?|(?:asked|called|calls|asks|calling|asking) for[^.;]{0,40}(?:moratorium|extension)|favou?r(?:s|ed)?|prefer(?:s|red)?|would like|wish(?:es)?|wants?|sought|seeks?",
  "proposent?|proposé|suggèrent?|souhait(?:e|ent|erai(?:t|ent))|voudrai(?:t|ent)|préconis\\p{L}{1,3}|demand(?:e|ent|é)",
  "proponen?|propuso|sugieren?|desear?ía(?:n)?|querría(?:n)?|quisiera(?:n)?|pide(?:n)?|pidió|pidieron|quieren?",
];

/** Open questions about the moratorium. */
export const OPEN_QUESTIONS: readonly string[] = ["whether|if (?:members|ministers)", "si les", "si los"];

/** A target that nobody holds to any more. */
export const GIVEN_UP: readonly string[] = [
  "no longer|abandon(?:ed|ing)?|g(?:ave|iven) up|drop(?:ped|ping) (?:the|their|its|this)|missed|had (?:hoped|aimed|intended|planned|wanted|expected)|(?:will|would|can|could) not be (?:met|reached|kept)|cannot be (?:met|reached|kept)|(?<!not )out of reach|failed to|instead of|rather than by|unlikely|earlier (?:target|goal|aim|deadline)|original(?:ly)? (?:target|goal|aim|deadline|planned|foreseen)",
  "n'est plus|ne sera pas|abandonn(?:é|ée|er|ent)|renonc(?:é|ent|er)|avaient espéré|avait espéré|(?<!pas )hors de portée|initialement|au lieu de|manqué",
  "ya no|no se cumplirá|abandon(?:ado|ada|aron|ar)|renunci(?:ado|aron|ar)|habían esperado|(?<!no )fuera del alcance|inicialmente|en lugar de|descart(?:ado|ada|aron)|incumplido",
];

/** Right before the word of a limit: what is to happen by then is a meeting. */
export const MEETING_BEFORE: readonly string[] = [
  "(?:to be )?held|meets?|meeting|meetings|met|gather|take place|takes place|gatherings?|retreats?|seminars?|webinars?|forums?|rounds?|plenary|plenaries|sessions?|workshops?|conference|consultations|discussions?|convened?|reconvened?|resumes?",
  "tenir|tenue|tiendra|tiendront|réuni(?:r|ra|ront|on)|lieu|séances?|sessions?|ateliers?|séminaires?|cycles?|rencontres?|conférence|consultations|reprendr(?:a|ont)",
  "celebrar(?:á|án|se)?|reunir(?:á|án|se)|reunión|reuniones|sesión|sesiones|lugar|talleres|taller|seminarios?|rondas?|encuentros?|conferencia|consultas|reanudar(?:á|án)",
];

/** Figures of the world outside: what grows by a year is no target. */
export const FIGURES: readonly string[] = [
  "USD|per cent|trillion|billion|sales|exports|users|forecast|demand|turnover|trade in services|shoppers|consumers",
  "dollars|pour cent|milliards|ventes|exportations",
  "dólares|por ciento|billones|ventas|exportaciones",
];
