/** Names of bodies whose first word alone says little, longest first. Plain regular expressions without repetition. */
export const BODY_NAMES: readonly string[] = [
  "General Council|Council for Trade in (?:Goods|Services)|Council for TRIPS|(?:TRIPS|Goods|Services) Council|Trade Negotiations Committee|Dispute Settlement Body|Trade Policy Review Body",
  "Committee on (?:Trade and (?:Development|Environment)|Trade in Financial Services|Technical Barriers to Trade|Agriculture|Government Procurement|Market Access|Regional Trade Agreements|Trade Facilitation)",
  "Committee on (?:Anti-Dumping Practices|Balance-of-Payments Restrictions|Budget, Finance and Administration|Customs Valuation|Import Licensing|Rules of Origin|Safeguards|Sanitary and Phytosanitary Measures|Subsidies and Countervailing Measures|Trade-Related Investment Measures)",
  "Conseil général|Conseil du commerce des (?:marchandises|services)|Conseil des ADPIC|Comité des négociations commerciales|Organe de règlement des différends|Organe d'examen des politiques commerciales",
  "Comité (?:du commerce et d(?:u développement|e l'environnement)|du commerce des services financiers|des obstacles techniques au commerce|de l'agriculture|de l'accès aux marchés)",
  "Comité (?:de la facilitation des échanges|de l'évaluation en douane|des (?:accords commerciaux régionaux|licences d'importation|marchés publics|mesures sanitaires et phytosanitaires|pratiques antidumping|règles d'origine|sauvegardes|subventions et des mesures compensatoires))",
  "Consejo General|Consejo del Comercio de (?:Mercancías|Servicios)|Consejo de los ADPIC|Comité de Negociaciones Comerciales|Órgano de (?:Solución de Diferencias|Examen de las Políticas Comerciales)",
  "Comité de (?:Comercio y (?:Desarrollo|Medio Ambiente)|Agricultura|Acceso a los Mercados|Obstáculos Técnicos al Comercio)",
  "Comité de (?:Acuerdos Comerciales Regionales|Contratación Pública|Facilitación del Comercio|Licencias de Importación|Medidas Sanitarias y Fitosanitarias|Normas de Origen|Prácticas Antidumping|Salvaguardias|Subvenciones y Medidas Compensatorias|Valoración en Aduana)",
  "Global Review of Aid for Trade|Examen global de l'Aide pour le commerce|Examen Global de la Ayuda para el Comercio",
];

/** A meeting that nobody has to travel to. */
export const ONLINE: readonly string[] = [
  "online|virtually|virtual(?: format)?|by videoconference|in (?:a )?hybrid (?:format|mode)|in virtual (?:format|mode)",
  "en ligne|par visioconférence|en mode (?:virtuel|hybride)|sous forme (?:virtuelle|hybride)|virtuellement",
  "en línea|por videoconferencia|de (?:manera|forma) (?:virtual|híbrida)|en (?:formato|modalidad) (?:virtual|híbrid[oa])|virtualmente",
];

/** What stands between a place and the days of a meeting there, as in "à Genève du 3 au 5 mai". */
export const BEFORE_DAYS = "on|from|between|this|the week of|du|le|les|de|entre le|el|del|los días|los|la semana del";

/** Capitalised words behind "in", "at" or "au" that are no places. */
export const NO_PLACES: readonly string[] =
  "annex article chapter english french spanish anglais français espagnol inglés francés español goods services marchandises bienes servicios spring summer autumn winter africa asia europe latin wto omc council committee secretariat conseil comité secrétariat organe groupe ministère siège consejo secretaría órgano grupo ministerio sede".split(
    " ",
  );
