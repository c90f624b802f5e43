import { expect, test } from "vitest";
import { peopleOf } from "../../../../src/analysis/facts/people.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";
import type { Language } from "../../../../src/model/language.ts";

function item(language: Language, text: string, title = "News"): Item {
  const description = "E-commerce negotiators met.";
  return { url: undefined, guid: undefined, title, published: "2022-02-25", language, description, text };
}

function people(item: Item): string {
  return peopleOf(item, sentencesOf(item))
    .map((person) => `${person.name}|${person.role}|${person.country}`)
    .join("; ");
}

test.each<readonly [Language, string, string]>([
  [
    "en",
    "Ambassador Lena Hartwell of Australia, one of the co-convenors, opened the round.",
    "Lena Hartwell|co-convenor|Australia",
  ],
  [
    "fr",
    "L’Ambassadeur singapourien Tan Wei Lin a rappelé la priorité; l’Ambassadrice australienne Lena Hartwell a répondu.",
    "Tan Wei Lin|Ambassador|Singapore; Lena Hartwell|Ambassador|Australia",
  ],
  ["fr", "L’ambassadeur Kenji Arakawa (Japon) a ouvert la réunion.", "Kenji Arakawa|Ambassador|Japan"],
  ["es", "El Embajador japonés Kenji Arakawa abrió la reunión.", "Kenji Arakawa|Ambassador|Japan"],
  [
    "en",
    "The facilitator of the small group on “spam”, Seo Yang (Republic of Korea), spoke.",
    "Seo Yang|facilitator of the small group on spam|Republic of Korea",
  ],
  [
    "en",
    "The facilitator of the small group on this topic, Ina Kalnina (European Union), spoke.",
    "Ina Kalnina|facilitator|European Union",
  ],
  [
    "en",
    "Speaking on behalf of Ambassador Lena Hartwell of Australia, Jo Reed, Deputy Permanent Representative, welcomed it.",
    "Lena Hartwell|Ambassador|Australia; Jo Reed|Deputy Permanent Representative|null",
  ],
  ["en", "“It is time,” said Kenji Arakawa, Japan’s Ambassador to the WTO.", "Kenji Arakawa|Ambassador|Japan"],
  [
    "en",
    "Singapore’s Ambassador Tan Wei Lin chaired. Ambassador Tan thanked everyone.",
    "Tan Wei Lin|Ambassador|Singapore",
  ],
  ["en", "The facilitator, Ambassador Maya Ramdin of Mauritius, will report.", "Maya Ramdin|facilitator|Mauritius"],
  [
    "en",
    "Deputy Director-General Ana Prieto spoke. DDG Prieto praised the work.",
    "Ana Prieto|Deputy Director-General|null",
  ],
  [
    "en",
    "Director-General Ngozi Okonjo-Iweala said so, and Ms Okonjo-Iweala left.",
    "Ngozi Okonjo-Iweala|Director-General|null",
  ],
  [
    "en",
    "Peter Voss, who chairs the group on spam, and Nino Beridze of Georgia reported.",
    "Peter Voss|Chair|null; Nino Beridze|speaker|Georgia",
  ],
  [
    "en",
    "Ingrid Dahl (Norway), facilitator of the small group on source code, saw progress.",
    "Ingrid Dahl|facilitator of the small group on source code|Norway",
  ],
  [
    "en",
    "The co-convenors, Ambassadors Lena Hartwell (Australia), Kenji Arakawa (Japan) and Tan Wei Lin (Singapore), agreed.",
    "Lena Hartwell|co-convenor|Australia; Kenji Arakawa|co-convenor|Japan; Tan Wei Lin|co-convenor|Singapore",
  ],
  [
    "en",
    "Trade Minister Omar Haddad of Jordan met the Permanent Representative of Costa Rica, Lucía Mora.",
    "Omar Haddad|Minister for Trade|Jordan; Lucía Mora|Permanent Representative|Costa Rica",
  ],
  ["en", "Clara Nilsson of the International Chamber of Commerce said that firms wait.", "Clara Nilsson|speaker|null"],
  ["en", "WTO Chief Economist Paul Renner presented the figures.", "Paul Renner|Chief Economist|null"],
  ["en", "Rebecca Lowe, Secretary-General of UNCTAD, joined online.", "Rebecca Lowe|Secretary-General|null"],
  ["en", "The meeting in Buenos Aires (Argentina) was opened by the Government of Japan.", ""],
  ["en", "The Republic of Korea and Hong Kong, China tabled a paper with the European Union.", ""],
  ["en", "The Joint Initiative on E-commerce and the African Group of Kenya met in Abu Dhabi.", ""],
  [
    "en",
    "Dr. Amina Yusuf of Nigeria and Mr Pedro A. Lima of Brazil co-chaired the workshop.",
    "Amina Yusuf|speaker|Nigeria; Pedro A. Lima|Chair|Brazil",
  ],
  [
    "en",
    "Speaking on behalf of the co-convenors, Ambassador Hartwell of Australia said no.",
    "Hartwell|co-convenor|Australia",
  ],
  [
    "en",
    "Hannah Wolf of Switzerland takes over as facilitator from Juan Pérez de la Cruz of Peru.",
    "Hannah Wolf|facilitator|Switzerland; Juan Pérez de la Cruz|speaker|Peru",
  ],
  ["en", "The group elected Grace Mwangi of Kenya as its new chair.", "Grace Mwangi|Chair|Kenya"],
  ["en", "Kofi Mensah from Ghana asked for support.", "Kofi Mensah|speaker|Ghana"],
  [
    "en",
    "Elena Popescu of the European Union and Raj Mehta of India disagreed.",
    "Elena Popescu|speaker|European Union; Raj Mehta|speaker|India",
  ],
  [
    "en",
    "Ambassador Zhang Wei of China and Ambassador María Pagán of the United States spoke.",
    "Zhang Wei|Ambassador|China; María Pagán|Ambassador|United States",
  ],
  ["en", "General Council Chair Petter Olsen (Norway) took note.", "Petter Olsen|Chair of the General Council|Norway"],
  [
    "en",
    "Chair of the General Council Ambassador Saqer Nasser of Saudi Arabia convened it.",
    "Saqer Nasser|Chair of the General Council|Saudi Arabia",
  ],
  [
    "en",
    "Members thanked Ambassador Athaliah Molo of Botswana, the outgoing Chair of the General Council.",
    "Athaliah Molo|Chair of the General Council|Botswana",
  ],
  [
    "en",
    "Two experts, Liu Fang of Alibaba Research and Tom Baker of the London School of Economics, gave talks.",
    "Liu Fang|expert|null; Tom Baker|expert|null",
  ],
  ["fr", "L’Ambassadeur Kenji Arakawa (Japon), coorganisateur, a ouvert la séance.", "Kenji Arakawa|co-convenor|Japan"],
  ["fr", "La Directrice générale adjointe Ana Prieto a pris la parole.", "Ana Prieto|Deputy Director-General|null"],
  [
    "fr",
    "M. Luc Dubois, du Canada, facilitateur du groupe restreint, a fait rapport. M. Dubois est optimiste.",
    "Luc Dubois|facilitator|Canada",
  ],
  ["fr", "Selon l’Ambassadrice de la Suisse, Claire Favre, le texte est mûr.", "Claire Favre|Ambassador|Switzerland"],
  ["fr", "Mme Aïssatou Ndiaye (Sénégal) a présidé la réunion.", "Aïssatou Ndiaye|Chair|Senegal"],
  [
    "fr",
    "La Ministre du commerce du Maroc, Leïla Amrani, a plaidé pour les PME.",
    "Leïla Amrani|Minister for Trade|Morocco",
  ],
  ["fr", "Le Directeur général Roberto Azevêdo a salué l’accord.", "Roberto Azevêdo|Director-General|null"],
  ["es", "El Embajador Jorge Salinas (Perú), coorganizador, abrió la sesión.", "Jorge Salinas|co-convenor|Peru"],
  ["es", "La Directora General Adjunta Ana Prieto intervino.", "Ana Prieto|Deputy Director-General|null"],
  ["es", "La Embajadora del Reino Unido, Sra. Helen Ward, apoyó la propuesta.", "Helen Ward|Ambassador|United Kingdom"],
  ["es", "El facilitador, Embajador Luis Ortega, de México, presentó su informe.", "Luis Ortega|facilitator|Mexico"],
  [
    "es",
    "La Directora General, Ngozi Okonjo-Iweala, acogió con satisfacción el resultado.",
    "Ngozi Okonjo-Iweala|Director-General|null",
  ],
  [
    "es",
    "El Sr. Diego Fuentes (Chile), que facilita el grupo sobre privacidad, informó.",
    "Diego Fuentes|facilitator|Chile",
  ],
  [
    "en",
    "Sam Okello of the World Customs Organization and Mia Lund, founder of ShipEasy, spoke.",
    "Sam Okello|speaker|null; Mia Lund|founder|null",
  ],
  ["en", "Swiss Ambassador Rolf Amman spoke.", "Rolf Amman|Ambassador|Switzerland"],
  ["en", "Trade Minister Mia Lund, representing Norway, spoke.", "Mia Lund|Minister for Trade|Norway"],
  ["en", "Joan Parry, the EU’s chief negotiator, spoke.", "Joan Parry|negotiator|European Union"],
  ["en", "“Enough,” said Kenji Arakawa, the Japanese co-convenor.", "Kenji Arakawa|co-convenor|Japan"],
  ["en", "South Africa’s Thembi Dlamini cautioned against haste.", "Thembi Dlamini|speaker|South Africa"],
  ["en", "Minister-Counsellor Inti Mamani spoke for Bolivia.", "Inti Mamani|Minister-Counsellor|Bolivia"],
  ["fr", "La Ministre-Conseillère Fanta Sylla (Guinée) a parlé.", "Fanta Sylla|Minister-Counsellor|Guinea"],
  ["en", "Mia Lund, a counsellor at Norway’s mission who guides the group, spoke.", "Mia Lund|facilitator|Norway"],
  ["en", "State Secretary Rolf Amman of Switzerland spoke.", "Rolf Amman|Secretary of State|Switzerland"],
  ["en", "The Secretariat’s Lena Hoff presented a note.", "Lena Hoff|speaker|null"],
  ["fr", "Mme Fanta Sylla, Ministre guinéenne du commerce, a parlé.", "Fanta Sylla|Minister|Guinea"],
  ["es", "La moderadora, Inés Rojas (Chile), informó.", "Inés Rojas|moderator|Chile"],
  ["en", "Switzerland’s Rolf Amman, who hosted the event, spoke of a new momentum.", "Rolf Amman|speaker|Switzerland"],
])("%s: %s", (language, text, expected) => {
  expect(people(item(language, text))).toBe(expected);
});

test("a headline adds nobody who is known", () => {
  const text = "Director-General Ada Lund-Moss spoke.";
  expect(people(item("en", text, "DG Lund-Moss speaks"))).toBe("Ada Lund-Moss|Director-General|null");
  expect(people(item("en", "Nobody else spoke.", "DG Lund-Moss speaks"))).toBe("Lund-Moss|Director-General|null");
});

test("a name keeps the apostrophe of the source", () => {
  expect(people(item("en", "Ambassador Sean O’Hara of Ireland spoke."))).toBe("Sean O’Hara|Ambassador|Ireland");
});
