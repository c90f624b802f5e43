/** A role in English, by the words that carry it in three languages; the first row that fits holds. */
export const ROLES: readonly (readonly [english: string, words: string])[] = [
  [
    "Deputy Director-General",
    "deputy directors?[- ]general|DDGs?|direct(?:eur|rice)s? générale?s? adjointe?s?|direct(?:or|ora) general adjunt[oa]",
  ],
  ["Director-General", "director[- ]general|DG|direct(?:eur|rice) générale?|direct(?:or|ora) general"],
  ["co-convenor", "co-conven[eo]rs?|coconven[eo]rs?|co-?organisat(?:eur|rice)s?|coorganizador(?:a|es|as)?"],
  [
    "facilitator",
    "(?:leads?|steers?|guides?) (?:the|its|their) (?:small )?group|dirige el grupo|(?:anime|conduit) le groupe|facilitat(?:ors?|es|ed|ing)|facilitat(?:eur|rice)s?|facilite|facilitador(?:a|es|as)?|facilita",
  ],
  ["coordinator", "(?:co-)?co-?ordinat(?:ors?|es|ed|ing)|coordonnat(?:eur|rice)s?|coordinador(?:a|es|as)?"],
  [
    "Chair",
    "(?:vice-)?chair(?:s|ed|ing|person|man|woman|manship)?|présid(?:ent|ente|ence|e|é)s?|president[ea]s?|presidencia|presid(?:e|ió|ido|ida)|préside",
  ],
  ["Prime Minister", "prime minister|première? ministre|primer(?:a)? ministr[oa]"],
  ["Deputy Minister", "(?:deputy|vice)[ -]ministers?|vice-ministres?|viceministr[oa]s?"],
  [
    "Minister for Trade",
    "trade ministers?|ministers? (?:for|of) (?:foreign )?trade|ministres? du commerce(?: extérieur)?|ministr[oa]s? de comercio(?: exterior)?",
  ],
  [
    "Minister-Counsellor",
    "minister[- ]counsell?ors?|ministres?[- ]conseill(?:er|ère)s?|ministr[oa]s?[- ]consejer[oa]s?",
  ],
  ["Minister", "ministers?|ministres?|ministr[oa]s?"],
  ["Commissioner", "commissioners?|commissaire|comisari[oa]"],
  ["Secretary of State", "secretary of state|state secretary|secrétaire d'état|secretari[oa] de estado"],
  ["Secretary-General", "secretary-general|secrétaire générale?|secretari[oa] general"],
  ["Executive Director", "executive director|direct(?:eur|rice) exécuti(?:f|ve)|direct(?:or|ora) ejecutiv[oa]"],
  ["Chief Economist", "chief economist|économiste en chef|economista (?:jefe|principal)"],
  ["Chief Executive", "chief executive(?: officer)?|CEO"],
  ["founder", "(?:co-)?founder|fondat(?:eur|rice)|fundador(?:a)?"],
  ["President", "president"],
  [
    "spokesperson",
    "spokes(?:person|man|woman)|porte-parole|portavoz|spoke (?:for|on behalf of)|speaking (?:for|on behalf of)",
  ],
  ["negotiator", "(?:chief |lead )?negotiators?|négociat(?:eur|rice)s?|negociador(?:a|es)?"],
  ["Director", "directors?|direct(?:eur|rice)|direct(?:or|ora)|head|chef|jef[ea]"],
  [
    "Deputy Permanent Representative",
    "deputy permanent representative|représentante? permanente? adjointe?|representante permanente adjunt[oa]",
  ],
  ["Deputy Chief of Mission", "deputy (?:chief|head) of mission|chef(?:fe)? adjointe? de (?:la )?mission"],
  ["Head of Mission", "(?:chief|head) of mission|chef(?:fe)? de (?:la )?mission|jef[ea] de (?:la )?misión"],
  ["Permanent Representative", "permanent representative|représentante? permanente?|representante permanente"],
  ["Ambassador", "ambassadors?|ambassad(?:eur|rice)s?|embajador(?:a|es|as)?"],
  ["Chargé d'affaires", "chargée? d'affaires|encargad[oa] de negocios"],
  ["moderator", "moderators?|modérat(?:eur|rice)s?|moderador(?:a|es|as)?"],
  ["presenter", "presenters?|présentat(?:eur|rice)s?|ponentes?"],
  ["Special Rapporteur", "special rapporteurs?|rapporteure? spéciale?|relator(?:a)? especial"],
  [
    "Member of Parliament",
    "members? of parliament|MPs?|senators?|député(?:e)?s?|sénat(?:eur|rice)s?|diputad[oa]s?|senador(?:a|es|as)?",
  ],
  ["researcher", "(?:senior |research )?(?:fellows?|researchers?)|chercheu(?:r|se)s?|investigador(?:a|es|as)?"],
  ["economist", "economist|économiste|economista"],
  ["professor", "professors?|prof|professeure?|profesor(?:a)?"],
  [
    "representative",
    "representatives?|représentante?s?|representantes?|delegates?|déléguée?s?|delegad[oa]s?|represent(?:s|ed|ing)",
  ],
  [
    "expert",
    "experts?|experte?s?|expert[oa]s?|statistician|counsellor|officer|official|adviser|advisor|conseill(?:er|ère)|consejer[oa]",
  ],
];

/** Forms of address: they come off a name and say nothing about its bearer. */
export const ADDRESSES: readonly string[] =
  "mr mr. ms ms. mrs mrs. miss dr dr. sir dame h.e. hon. m. mm. mme mmes mlle sr sr. sra sra. sres. srta. don doña prof. son excellence excelencia excelentísimo excelentísima messrs".split(
    " ",
  );

/** Words that belong to an office and stand before a name with a capital. */
export const OFFICE_WORDS: readonly string[] =
  "wto omc trade foreign commerce industry economy economic affairs and of for the deputy vice first prime chief lead special former new general co- un unctad itc imf oecd icc world bank wipo itu international acting secretary counsel legal counsellor chargé permanent state current outgoing incoming adjoint adjointe adjunto adjunta général générale permanente permanent".split(
    " ",
  );

/** A name with one of these is that of an institution, a text or a place. */
export const NO_NAMES: readonly string[] = (
  "agreement annex article articles association bank bureau business center centre chamber chapter clause commerce commission committee community conference confederation congress consumers cooperation corporation council " +
  "court declaration decision department development digital division document economic economy electronic e-commerce facility federation forum foundation framework friends fund global government group groups house " +
  "initiative institute institution international investment joint kingdom law mc measures meeting meetings members ministerial ministry mission ministers monday nations negotiations network office organisation organization " +
  "parliament participants partnership people's plenary policy programme program project protocol public rep report republic review round rules secretariat section senate service services session small society statement " +
  "states statistics summit system tariff telecommunications trade treaty union united university unit wto work working world facilitation online african asian european latin american pacific caribbean arab asia africa europe america " +
  "accord alliance association banque bureau chambre commerce comité communauté conférence conseil cour déclaration département direction fonds forum gouvernement groupe membres ministère mission nations organisation " +
  "participants programme rapport république royaume secrétariat société travail union université électronique numérique mondiale internationale " +
  "acuerdo alianza asociación banco cámara centro comercio comisión comité comunidad conferencia consejo corte declaración departamento dirección fondo foro gobierno grupo miembros ministerio misión naciones organización " +
  "participantes programa reino república secretaría sociedad trabajo unión universidad electrónico digital mundial internacional geneva genève ginebra buenos aires abu dhabi nairobi yaoundé davos brussels " +
  "board body mechanism appellate climate change selection process speakers manager research national steel dumping day" +
  "  january february march april may june july august september october november december"
).split(" ");

/** Small words inside names. */
export const PARTICLES: readonly string[] =
  "de da do dos das del della di du la le los van von der den ter bin bint ibn al el zu".split(" ");
