import type { MeetingKind } from "../../model/analysis.ts";

/** What a meeting is called, by its kind; three languages together. Plain regular expressions without repetition. */
export const MEETING_NOUNS: Readonly<Record<MeetingKind, readonly string[]>> = {
  ministerial: [
    "the conference(?! on)|la conférence(?! sur)|la conferencia(?! sobre)|ministerial conferences?|ministerial meetings?|mini-ministerials?|MC ?\\d{1,2}|CM ?\\d{1,2}",
    "conférences? ministérielles?|réunions? ministérielles?|conferencias? ministerial(?:es)?",
    "reunión ministerial|reuniones ministeriales|trade ministers|ministers|(?:les|des) ministres",
    "los ministros",
  ],
  council: [
    "general council|council for trade in (?:goods|services)|(?:trips|goods|services) council|council",
    "committee on [\\p{L}-]{2,30}(?: and [\\p{L}-]{2,30})?|committee|dispute settlement body",
    "trade policy review body|TNC|conseil général|conseil|comité|consejo general|consejo",
  ],
  workshop: [
    "workshops?|seminars?|webinars?|information sessions?|information meetings?|briefing sessions?",
    "(?:training )?tour|(?:a|online|training|week-long|introductory|advanced|short|first) courses?(?! of| correction)|the course(?! of)|training sessions?|(?:training|online) courses?|cours de formation|cursos? de formación|ateliers?|séminaires?|webinaires?",
    "(?:séances?|sessions?|réunions?) d'information|talleres|taller|seminarios?|seminarios? web",
    "(?:sesión|sesiones|reunión|reuniones) (?:informativas?|de información)",
  ],
  stocktaking: [
    "stock-?taking(?: sessions?| meetings?)?|stock-?take|heads? of delegations?(?: meetings?| sessions?)?",
    "HODs?(?: meetings?)?|chefs? de délégation|(?:réunions?|séances?|sessions?) (?:de )?bilan",
    "(?:séances?|réunions?) d'inventaire|(?:jefes|jefas) de delegación",
    "(?:sesión|sesiones|reunión|reuniones) de balance|(?:sesión|sesiones|reunión|reuniones) de evaluación",
  ],
  "dedicated-discussion": [
    "dedicated (?:discussions?|sessions?|meetings?)(?: (?:of|in|at|by) (?:the )?(?:general council|council))?|thematic (?:discussions?|sessions?|meetings?)",
    "structured (?:discussions?|sessions?)",
    "(?:discussions?|débats?|réunions?|séances?|sessions?) (?:spécifiques?|thématiques?|structurée?s?|dédiée?s?|spéciales? consacrée?s?)(?: d(?:u|e la|e) (?:conseil général|conseil))?",
    "(?:debates?|discusión|discusiones|sesión|sesiones|deliberaciones|reunión|reuniones) (?:específic[oa]s?|temátic[oa]s?|estructurad[oa]s?|dedicad[oa]s?)(?: del? (?:consejo general|consejo))?",
  ],
  "small-group": [
    "(?:focus|drafting|discussion) groups?|groups?,? on (?:the |data|source|e-|electronic|online|open|access|privacy|crypt|spam|paperless|cyber|digital|customs|consumer|market|telecom|transparency|legal|scope|definitions)[\\p{L}-]{0,20}|groupes? (?:de rédaction|de discussion)|groupes? sur (?:les? |la |l')[\\p{L}-]{2,20}|grupos? (?:de redacción|de debate)|grupos? sobre [\\p{L}-]{2,20}|small[- ]groups?(?: meetings?| sessions?| discussions?)?|groupes? restreints?|petits? groupes?",
    "grupos? (?:reducidos?|pequeños?)|pequeños grupos",
  ],
  plenary: [
    "plenary(?: meetings?| sessions?| sittings?)?|plenaries",
    "(?:negotiating|negotiation) (?:rounds?|meetings?|sessions?)",
    "rounds?(?: of (?:negotiations|talks|meetings))?|plénières?",
    "(?:réunions?|séances?|sessions?) plénières?",
    "(?:cycles?|séries?|tours?) de (?:négociations?|réunions|pourparlers)",
    "(?:réunions?|séances?|sessions?) de négociation",
    "(?:ce|le|du|prochain|dernier|premier|nouveau|au) (?:cycle|tour)|plenarias?",
    "(?:sesión|sesiones|reunión|reuniones) plenarias?|rondas?(?: de negociaci(?:ón|ones))?",
    "series? de (?:negociaciones|reuniones)|(?:sesión|sesiones|reunión|reuniones) de negociación",
  ],
  other: [
    "retreats?|retraite|retiro|public forum|forum|global review|aid for trade|round ?tables?|symposium|summit|conferences?",
    "trade and tech day|events?|ceremony|(?:e-?commerce|digital|eTrade for all) week|open-ended (?:informal )?meetings?|(?:on|in) the (?:margins?|sidelines?|fringes?) of|en marge d(?:e|u)|al margen de(?:l)?",
    "semaine (?:du commerce électronique|numérique)|semana (?:del comercio electrónico|digital)|assembly|assemblée|asamblea",
    "informal (?:open-ended )?(?:consultations?|meetings?|discussions?)|consultations?",
    "informal working group|forum public|colloque|table ronde|examen global|lancement|événements?",
    "consultations informelles|foro(?: público)?|examen global|simposio|mesa redonda|lanzamiento|eventos?",
    "consultas(?: informales)?|cumbre",
  ],
};

/** Meetings without a kind of their own: they take that of the process, or of the meeting that they follow. */
export const GENERIC_MEETINGS: readonly string[] = [
  "(?:two|three|four|five|hard|long|intense|busy|full) days(?! (?:after|before|later|earlier|ago|more|longer|of grace))|(?:deux|trois|quatre|cinq) jours de (?:négociations?|travaux|débats|discussions|réunions?|pourparlers)|(?:dos|tres|cuatro|cinco) días de (?:negociaci\\p{L}{2,5}|trabajos?|debates?|reuniones|deliberaciones)|(?:a|one) week of (?:talks|negotiations|meetings|discussions)|meetings?|sessions?|sittings?|gatherings?|exploratory (?:talks|work)|discussions?|exchanges?|debates?",
  "réunions?|séances?|rencontres?|débats?|reunión|reuniones|sesión|sesiones|encuentros?",
  "negociaciones",
];

/** Doing that happens at meetings. */
export const MEETING_VERBS: readonly string[] = [
  "met|meets?|meeting|(?:re)?conven(?:e|es|ed|ing)|gather(?:s|ed|ing)?|held|hold(?:s|ing)?|hosted",
  "takes? place|took place|taking place|open(?:s|ed)?|clos(?:e|es|ed) (?:on|with)|resum(?:e|es|ed)",
  "sp(?:eak|eaks|oke|eaking)|told|address(?:ed|es|ing)|attend(?:ed|ing)|chair(?:ed|ing)?|launch(?:ed|es)",
  "lancée?s?|lanz(?:ó|aron)|discuss(?:ed|es|ing)?|consider(?:ed|s)?|review(?:ed|s)?|examin(?:ed|es?)",
  "debated?|exchanged|heard|compared|took (?:up|stock)|weighed|explored|negotiated|agreed|adopted",
  "c[oa]mes? together|sat down|sits? down|(?:be|are|were) back|return(?:s|ed)? to (?:the table|geneva)|fill(?:s|ed) the room|filled [\\p{L} ]{3,14}room|look(?:ed|s) (?:at|on)|(?:was|were) (?:presented|unveiled)|continue(?:d|s)?|exchanged views|concentrated|focuse?d|worked|spent|decided",
  "(?:ont|a) (?:débattu|discuté|échangé|entendu|examiné|abordé|repris|poursuivi|convenu|adopté|comparé|étudié|analysé|fait le point)",
  "réunie?s?|réunir(?:a|ont)|réunissent|se (?:sont|est) (?:réuni|tenu|rencontré)(?:e?s?)|rencontrée?s?",
  "tien(?:t|nent|dra|dront)|tenues?|tenus?|(?:a|ont|aura|auront) (?:eu )?lieu|avoir lieu|a porté",
  "recueilli|s'ouvr(?:e|ira)|organisée?s?|prononcé|décidé",
  "(?:examin|debat|discut|intercambi|escuch|abord|acord|adopt|continu|analiz|cotej|prosigu|estudi)(?:ó|aron|ieron)",
  "celebrad[oa]s?|celebr(?:ó|a|an|ará|arán|aron|arse)|reunid[oa]s?|reun(?:ió|ieron|irá|irán|en|e|irse)",
  "(?:tuvo|tuvieron|tendrá|tendrán|tener|tiene) lugar|organizad[oa]s?|habló|inaugur(?:ó|a|ará)|decidió",
];

/** How a coming day is set. It tells of a meeting where nothing nearer tells of anything else. */
export const SCHEDULED: readonly string[] = [
  "dates? (?:are|is|have been|has been|were) (?:already |now )?(?:known|fixed|set|confirmed|agreed)|dates? (?:sont|est|ont été) (?:déjà )?(?:connue|fixée|arrêtée)s?|fechas? (?:están|está|han sido) (?:ya )?(?:fijada|confirmada|acordada)s?|may be called|scheduled|planned|set (?:for|to)|fixed for|foreseen|pencill?ed in|due (?:on|to)|slated|follows?|(?:first )?announced for",
  "annoncée?s? pour(?: le)?|anunciad[oa]s? para(?: el)?|prévue?s?|programmée?s?|fixée?s?|previst[oa]s?|programad[oa]s?|fijad[oa]s?|convocad[oa]s?",
];

/** Those who meet. With them, a stated day is a meeting even where no word of meeting is near. */
export const ACTORS: readonly string[] = [
  "members|participants|negotiators|delegations|delegates|facilitators?|co-conven[oe]rs?|membres",
  "négociateurs|délégations|facilitat(?:eurs?|rices?)|miembros|participantes|negociadores|delegaciones",
  "facilitador(?:es|a|as)?",
];

/** Doing that has a day without being a meeting: sending papers, announcing, beginning and ending. */
export const NOT_MEETINGS: readonly string[] = [
  "inform(?:ed|s)|wrote|initiat(?:ed|ion|es)|notif(?:y|ies|ied|ication)|request(?:ed|s)?|(?:re)?circulat(?:ed|ion|es?)",
  "publi(?:shed|cation|shes)|releas(?:ed?|es)|issu(?:ed|ing)|posted|submi(?:tted|ssions?|t|ts)|tabled|sent(?: out)?",
  "shared (?:with|among)|made available|handed (?:out|over|in)|forwarded|transmitted|uploaded|mailed|e-?mailed|remise?s? (?:à|aux)|transmis(?:e|es)?|communiquée?s?|mise?s? (?:en ligne|à (?:la )?disposition)|mis à disposition|compartid[oa]s? con|remitid[oa]s?|transmitid[oa]s?|puest[oa]s? a disposición|comunicad[oa]s?",
  "distributed|reported|announced|received by|(?:had )?reached|join(?:s|ed|ing)?|entry|entered|enter(?:s)? into force",
  "sign(?:s|ed|ature|ing)|deadlines?|expir(?:e|es|ed|y|ation)|laps(?:e|es|ed)|appointed|ratifi(?:ed|es)|accept(?:ed|ance)",
  "(?:moratorium|practice|moratoire|pratique|moratoria|práctica) (?:ends?|ended|runs?|ran|would end|will end|was to end|finit|prend|prendra|a pris|a expiré|terminó|terminará|finalizó|finalizará)",
  "(?:ran|runs?|run) out|appl(?:y|ies|ication)|takes? effect|took effect|dated|made public|stated|fechad[oa]s?|aplicar(?:se|á|án)?|aplique|s'appliquer?a?|appliquer(?:a|ont)|prendra effet|surtirá efecto",
  "(?:window|deadline|period|call|plazo|délai)[^.;,]{0,40} (?:closes|closed|ends|ended|expires|runs out|finaliza|concluye|termina|prend fin)(?: on| el| le)?|ouvert(?:e|s|es)? à la signature|open(?:ed)? for signature|abiert[oa]s? a la firma",
  "(?:business groups|civil society|protesters|demonstrators|firms|companies|ngos)[^.;,]{0,30} gathered",
  "nominations?|applications?|registrations?|press (?:conference|briefing|release)|became|due by",
  "informé|diffusée?s?|publiée?s?|distribuée?s?|présentée?s?|soumis(?:e|es)?|envoyée?s?|annoncée?s?|rejoint|date limite",
  "entr(?:ée|é|era) en vigueur|expir(?:e|era|ation)|conférence de presse",
  "publicad[oa]s?|public(?:ó|aron)|distribuid[oa]s?|distribuy(?:ó|eron)|presentad[oa]s?|presentaron|enviad[oa]s?",
  "anunci(?:ó|aron)|se adhirió|fecha límite|plazo|entr(?:ó|ará|ada) en vigor|expir(?:a|ará)|vence|vencerá|rueda de prensa",
];

/** Papers: a day belongs to one of these unless somebody discusses it. */
export const PAPERS: readonly string[] = [
  "announcements?|statements?|declarations?|communications?|proposals?|documents?|letters?|comments",
  "annonces?|déclarations?|communications?|communiqué|propositions?|documents?|lettres?|observations",
  "anuncios?|declaraci(?:ón|ones)|comunicaci(?:ón|ones)|comunicado|propuestas?|documentos?|cartas?|observaciones",
];

/** Right before a day that is a limit or a beginning. */
export const LIMITS: readonly string[] = [
  "until|till|by|extended to|prolongée?s? au|(?:ampliad|prorrogad)[oa]s? (?:hasta el|al)|no later than|not later than|before|beyond|past|after|since|as of|as from|effective(?: since| from)?|dated",
  "jusqu'(?:au|à)|d'ici(?: au| le)?|avant le|après le|depuis le|au plus tard le|au-delà du|más allá del|à compter du",
  "daté(?:e|s|es)? du|hasta el|antes del?|después del?|desde el|a más tardar el|a partir del|de fecha",
];

/** A meeting behind one of these is only what something else is told from: "for the first time since MC13". */
export const REFERENCE_WORDS: readonly string[] = [
  "since|before|after|until|till|ahead of|prior to|with|towards?|following|for|to|by",
  "(?:instructions?|mandates?|decisions?|outcomes?|declarations?|statements?) (?:of|from|by|at)|(?:décisions?|mandats?|instructions|déclarations?) d(?:e|u)|(?:decisi(?:ón|ones)|mandatos?|instrucciones|declaraci(?:ón|ones)) de|(?:adopted|agreed|taken|promised|made|given) (?:at|by)|(?:on|in) the margins? of|on the (?:sidelines|fringes) of|en marge de|al margen de|in preparation for|run-up to",
  "prepar(?:e|ing)|between|from|at the next|depuis|avant|après|d'ici|vers|pour|jusqu'à|en vue de",
  "préparer|préparation de|desde|antes de|después de|tras|hasta|para|con miras a|preparar",
];

/** What may stand between a meeting and its own day, besides names of places. */
export const SCHEDULING: readonly string[] = (
  "the a to be is are was were will would that which who then been has have had should expected due scheduled planned set fixed foreseen called convened announced " +
  "which where host hosts hosting hosted starting whose first day last " +
  "où dont accueillera accueille accueilli commence commencera débute débutera s'ouvre ouvrira premier jour donde acogerá acoge comenzará comienza empezará empieza inaugura inaugurará primer " +
  "pencilled penciled tentatively provisionally again next held hold holding take takes place took taking taken opened opens open run runs gather gathers convene convenes meet meets met go goes " +
  "in at on of from for between over this that online week weekend days two three four five both also now likely confirmed reconvened there started starts start begin end ends ending ended concluded closed closes began begun begins " +
  "follows follow comes resumes continue continued continues postponed moved rescheduled originally initially " +
  "qui se tiendra tiendront tenue tenues tenu tenus aura auront lieu est sont sera seront prévue prévues prévu prévus pour le la les du au en à dans devrait devraient avoir être " +
  "fixée fixé programmée programmé provisoirement titre provisoire s'est se sont déroulée déroulé s'ouvrira reportée reporté restreints " +
  "que se celebrará celebrarán celebrada celebradas celebrado celebrados celebró tendrá lugar tendrán el los la las del de en está están prevista previstas previsto previstos para con carácter provisional " +
  "provisionalmente programada programado tuvo fijada fijado será serán ha han sido convocada convocado aplazada aplazado días día"
).split(" ");
