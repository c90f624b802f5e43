import { expect, test } from "vitest";
import { participantsOf } from "../../../../src/analysis/facts/participants.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";

function item(text: string, title = "E-commerce negotiations go on"): Item {
  return {
    url: undefined,
    guid: undefined,
    title,
    published: "2023-05-05",
    language: "en",
    description: "Negotiators met.",
    text,
  };
}

function count(item: Item): number | undefined {
  return participantsOf(item, sentencesOf(item))?.count;
}

test.each<readonly [string, number | undefined]>([
  ["Participants, who now number 89, went through the text.", 89],
  ["The participants, 88 in number, went through the text.", 88],
  ["Noventa y un Miembros forman parte de la iniciativa.", 91],
  ["La iniciativa, que pusieron en marcha 71 Miembros en 2017, agrupa hoy a 88.", 88],
  ["Eighty-two of the participants in the initiative support the text.", undefined],
  ["Quatre-vingt-deux des participants à l’initiative soutiennent le texte.", undefined],
  ["With Gabon on board, the initiative has 91 participants.", 91],
  ["Ninety-one members have by now joined the initiative.", 91],
  ["The talks, in which 89 members take part, are open to all.", 89],
  ["Eighty-nine of the 164 WTO members negotiate in the initiative.", 89],
  ["Up from 76 at the launch, participation stands at 82.", 82],
  ["The group of participants is now 90 strong.", 90],
  ["Participants now number 90.", 90],
  ["90 WTO members are party to the talks.", 90],
  ["Membership of the initiative grew to 84 in the spring.", 84],
  ["The initiative’s 86 members account for most of world trade.", 86],
  ["Kenya and Gabon have joined, which brings the number of participants to 84.", 84],
  ["The entry of Kyrgyzstan takes the total to 90.", 90],
  ["Participation has risen from 87 to 88.", 88],
  ["The 71 signatories of 2017 have become 86 participants.", 86],
  ["The initiative was launched by 76 members in January 2019.", undefined],
  ["Seventy-one members issued the statement in Buenos Aires.", undefined],
  ["The proposal is backed by 78 members.", undefined],
  ["Some 80 participants attended the workshop.", undefined],
  ["Of the WTO’s 166 members, 91 take part.", 91],
  ["All 164 members may join the initiative.", undefined],
  ["The investment facilitation initiative counts 128 participants.", undefined],
  ["In 2019 the negotiations had 76 participants; they now have 90.", 90],
  ["Negotiators from 89 members spent the week in Geneva.", 89],
  ["Half of the 82 participants are developing members.", 82],
  ["In all, 89 members are negotiating.", 89],
  ["There are at present 84 participants, from all regions.", 84],
  ["Together the 86 participants account for over 90 per cent of world trade.", 86],
  ["Cameroon became the 86th participant in July.", 86],
  ["The negotiations involve 84 members.", 84],
  ["Participating members: 86.", 86],
  ["The agreement was negotiated by 91 members.", 91],
  ["Launched with 76 participants, the initiative has grown to 84.", 84],
  ["86 members took part in the talks.", 86],
  ["A group of 90 members, the participants hope to conclude soon.", 90],
  ["Les négociations rassemblent 87 Membres de l’OMC.", 87],
  ["Quatre-vingt-six Membres participent à l’initiative.", 86],
  ["L’initiative réunit aujourd’hui 89 Membres.", 89],
  ["Lancée par 76 Membres, elle en compte aujourd’hui 86.", 86],
  ["Les négociations, auxquelles participent 90 Membres, reprendront en mai.", 90],
  ["Le nombre de participants s’établit à 88.", 88],
  ["Les participants sont désormais 90.", 90],
  ["Quatre-vingt-dix Membres prennent part aux négociations.", 90],
  ["La iniciativa cuenta con 89 participantes.", 89],
  ["Noventa Miembros participan en la iniciativa.", 90],
  ["La negociación, en la que participan 90 Miembros, concluirá este año.", 90],
  ["Con la incorporación de Gabón, los participantes son ya 91.", 91],
  ["El número de participantes asciende a 87.", 87],
  ["La iniciativa fue lanzada por 76 Miembros.", undefined],
  ["Ochenta y seis Miembros forman parte de la iniciativa.", 86],
  ["De los 164 Miembros de la OMC, 86 participan en la negociación.", 86],
  ["El total de participantes pasa de 87 a 88.", 88],
  ["Around 80 members participate in the talks.", undefined],
  ["The request was made by 71 participants on behalf of the initiative.", undefined],
  ["Participants in the initiative include 25 developing members and 61 others.", undefined],
  ["Over 60 delegations took the floor in the negotiations.", undefined],
  ["The survey covers 72 economies that participate in the negotiations.", undefined],
  ["In the words of one delegate, 86 participants cannot agree on everything at once.", 86],
])("%s → %s", (text, expected) => {
  expect(count(item(text))).toBe(expected);
});

test("two numbers that are equally likely are none", () => {
  expect(count(item("There are now 86 participants. There are now 87 participants."))).toBeUndefined();
});

test("the present number outweighs another", () => {
  expect(count(item("The 86 participants were tired. The initiative now has 87 participants."))).toBe(87);
});

test.each<readonly [string, number | undefined]>([
  ["Chile has become the eighty-eighth member to take part in the e-commerce initiative.", 88],
  ["Nepal is the 89th member to join the negotiations on e-commerce.", 89],
  ["Nepal joined the e-commerce talks on 3 April as the ninetieth participant.", 90],
  ["Eighty-three members, Chad and Ecuador being the latest arrivals, take part in the negotiations.", 83],
  ["With Fiji and Togo on board, the e-commerce initiative now has 91 members.", 91],
  ["Samoa joins the joint initiative, bringing the number of participants to 90.", 90],
  ["Samoa joins the joint initiative, bringing it to 90 members.", 90],
  ["Participation in the e-commerce initiative has risen to eighty-nine.", 89],
  ["There are at present 87 of them, out of 164 WTO members, in the initiative.", 87],
  ["Membership of the joint initiative stands at one hundred and two.", 102],
  ["Son ya 88 los Miembros que negocian sobre comercio electrónico.", 88],
  ["Son 86 los Miembros participantes en la iniciativa.", 86],
  ["Hasta ahora hay 77 participantes en las negociaciones sobre comercio electrónico.", 77],
  ["Fiji se convierte en el 90.º Miembro que participa en la iniciativa conjunta.", 90],
  ["Con Fiji, los participantes en la iniciativa ascienden a noventa.", 90],
  ["La iniciativa suma ya 91 participantes.", 91],
  ["Les participants aux négociations sur le commerce électronique sont désormais 82.", 82],
  ["L'adhésion des Fidji porte à 90 le nombre des participants à l'initiative.", 90],
  ["Les Fidji deviennent le 90e Membre à participer à l'initiative conjointe.", 90],
  ["Ils sont maintenant quatre-vingt-neuf à négocier dans l'initiative conjointe.", 89],
  ["On compte actuellement quatre-vingt-onze participants aux négociations.", 91],
  ["The initiative began with 71 members in 2017.", undefined],
  ["Eighty-six members sponsored the proposal in the e-commerce initiative.", undefined],
  ["About 90 members take part in the e-commerce initiative.", undefined],
  ["In the e-commerce initiative, 70 delegations took the floor.", undefined],
  ["The 66 members that have signed the e-commerce agreement will apply it.", undefined],
  ["The WTO's 166 members include 91 participants in the e-commerce initiative.", 91],
  ["The tenth round of the e-commerce negotiations drew 120 delegates.", undefined],
  ["The group that began as 71 has grown to 89 in the e-commerce initiative.", 89],
])("in other words: %s", (text, expected) => {
  expect(count(item(text))).toBe(expected);
});

test.each([
  ["en", "2019-01-25", "Ministers of seventy-six members said that they will open negotiations on e-commerce."],
  ["en", "2017-12-13", "At Buenos Aires 71 members stated their intention to begin exploratory talks on e-commerce."],
  [
    "fr",
    "2019-01-25",
    "Les ministres de 76 Membres ont annoncé leur décision d’ouvrir des négociations sur le commerce électronique.",
  ],
  ["es", "2019-01-25", "Setenta y seis Miembros entablarán negociaciones sobre el comercio electrónico."],
] as const)("those who set out take part from that day, in %s on %s", (language, published, description) => {
  const setOut = { ...item("They hope for many more.", "E-commerce"), language, published, description };
  expect(count(setOut)).toBe(description.includes("71") ? 71 : 76);
  const later = { ...setOut, published: "2022-06-01", description: "An item on negotiations.", text: description };
  expect(count(later)).toBeUndefined();
});
