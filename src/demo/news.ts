import type { Day } from "../model/time.ts";

/** One item of the sample feed. Titles and leads are made up for the demo; nobody said or decided any of this. */
export interface SampleItem {
  readonly stem: string;
  readonly day: Day;
  /** The running number in the link. */
  readonly serial: number;
  readonly title: string;
  readonly lead: string;
}

/** What the feed holds when the bot looks for the first time, newest first. */
export const EARLIER: readonly SampleItem[] = [
  sample(
    "jsec",
    "2026-06-18",
    421,
    "Sample: e-commerce talks open small group on digital trade for small firms",
    "Participants in the joint initiative on e-commerce set up a new small group on micro, small and medium-sized enterprises at a plenary meeting on 17 June. The co-convenors — Australia, Japan and Singapore — aim to circulate a revised text by the end of 2026. Eighty-nine members now take part. The next plenary is scheduled for 15 July.",
  ),
  sample(
    "fish",
    "2026-06-17",
    420,
    "Sample: two more members deposit acceptance of fisheries agreement",
    "Two members handed over their instruments of acceptance of the Agreement on Fisheries Subsidies on 17 June. They thanked the Secretariat for its help with the texts.",
  ),
  sample(
    "agri",
    "2026-06-16",
    419,
    "Sample: Agriculture Committee reviews notifications on export measures",
    "Members went through forty new notifications at the meeting of the Agriculture Committee on 15 and 16 June. Questions were mostly about market price support and export restrictions.",
  ),
  sample(
    "dispu",
    "2026-06-15",
    418,
    "Sample: panel report on footwear duties circulated",
    "The report of the panel in a dispute about duties on footwear was circulated to members on 15 June.",
  ),
  sample(
    "ecom",
    "2026-06-12",
    417,
    "Sample: General Council chair reports on work programme on electronic commerce",
    "Members held a dedicated discussion under the Work Programme on Electronic Commerce on 11 June and exchanged views on the moratorium on customs duties on electronic transmissions. Some asked for a study of its scope; others called for certainty for business.",
  ),
  sample(
    "tbt",
    "2026-06-11",
    416,
    "Sample: regulators compare labelling rules for batteries",
    "Delegations discussed 58 trade concerns at the meeting of the Committee on Technical Barriers to Trade from 9 to 11 June.",
  ),
  sample(
    "acc",
    "2026-06-10",
    415,
    "Sample: working party takes stock of accession schedule",
    "The working party on an accession met on 10 June and agreed on the steps for the autumn.",
  ),
  sample(
    "trip",
    "2026-06-09",
    414,
    "Sample: TRIPS Council hears of geographical indications for coffee",
    "Members described their registers of geographical indications at the meeting of the TRIPS Council on 8 June.",
  ),
  sample(
    "serv",
    "2026-06-08",
    413,
    "Sample: services committee prepares symposium on logistics",
    "A symposium on logistics services will be held in the autumn, the Committee on Trade in Financial Services was told on 8 June.",
  ),
  sample(
    "pf",
    "2026-06-05",
    412,
    "Sample: registration opens for open day at Geneva headquarters",
    "Visitors can register from 5 June for the open day at the WTO’s headquarters in Geneva.",
  ),
];

/** The day after: one item on e-commerce, and one that only sounds like it. */
export const ROUND = sample(
  "ecom",
  "2026-06-23",
  429,
  "Sample: e-commerce round brings cybersecurity and e-invoicing texts closer",
  "Negotiators in the joint initiative on e-commerce held a round of meetings from 22 to 23 June and brought the texts on cybersecurity and e-invoicing close to agreement. Ninety members now take part in the initiative. The next round is scheduled for 20 to 22 July.",
);
export const ROUND_CORRECTED: SampleItem = {
  ...ROUND,
  lead: ROUND.lead.replace("Ninety members", "Ninety-one members").replace("20 to 22 July", "21 to 23 July"),
};
export const TENDERS = sample(
  "gpro",
  "2026-06-23",
  428,
  "Sample: procurement parties compare electronic tendering portals",
  "Parties to the Agreement on Government Procurement compared their electronic tendering portals at a meeting on 22 June. The digital catalogue of one of them drew many questions.",
);

/** The same round in the French feed: the same link but for the language, so the same story. */
export const ROUND_FRENCH = sample(
  "ecom",
  "2026-06-23",
  429,
  "Exemple : la cybersécurité et la facturation électronique avancent dans les négociations sur le commerce électronique",
  "Les négociateurs de l’initiative conjointe sur le commerce électronique ont tenu une série de réunions du 22 au 23 juin et ont rapproché les textes sur la cybersécurité et la facturation électronique. Quatre-vingt-onze Membres participent désormais à l’initiative. La prochaine série est prévue du 21 au 23 juillet.",
);
export const FRENCH_EARLIER = sample(
  "agri",
  "2026-06-16",
  419,
  "Exemple : le Comité de l’agriculture examine les notifications sur les mesures à l’exportation",
  "Les Membres ont examiné quarante nouvelles notifications à la réunion du Comité de l’agriculture des 15 et 16 juin.",
);

/** A ministerial week: seven items at once. */
export const BURST: readonly SampleItem[] = [
  [
    "data flows",
    "Participants in the joint initiative on e-commerce agreed on 29 June how the provision on cross-border data flows is to be structured.",
  ],
  [
    "electronic signatures",
    "The text on electronic signatures was declared clean at a plenary meeting of the e-commerce negotiations on 29 June.",
  ],
  [
    "spam",
    "E-commerce negotiators closed the article on unsolicited commercial messages on 29 June after three rounds of drafting.",
  ],
  [
    "online consumer protection",
    "The small group on online consumer protection in the e-commerce initiative reported agreement on all but one paragraph on 30 June.",
  ],
  [
    "source code",
    "Proposals on access to source code were merged into one text in the e-commerce negotiations on 30 June.",
  ],
  [
    "paperless trading",
    "A facilitator’s text on paperless trading found broad support in the joint initiative on e-commerce on 30 June.",
  ],
  [
    "the moratorium",
    "Members resumed consultations on the moratorium on customs duties on electronic transmissions on 30 June under the Work Programme on Electronic Commerce.",
  ],
].map(([subject, lead], at) =>
  sample(
    "ecom",
    at < 3 ? "2026-06-29" : "2026-06-30",
    431 + at,
    `Sample: e-commerce talks take up ${subject}`,
    lead ?? "",
  ),
);

function sample(stem: string, day: Day, serial: number, title: string, lead: string): SampleItem {
  return { stem, day, serial, title, lead };
}
