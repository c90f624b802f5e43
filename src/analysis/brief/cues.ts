import { findPhrases, phraseTreeOf } from "../phrase-tree.ts";
import type { Word } from "../words.ts";

/** What a word of a sentence tells about its place in a brief. */
export type Cue = (typeof CUE_NAMES)[number];

const CUE_NAMES = [
  "decision",
  "done",
  "position",
  "next",
  "aim",
  "ceremony",
  "talk",
  "reference",
  "opinion",
  "generic",
] as const;

const CUES: Readonly<Record<Cue, readonly string[]>> = {
  // Something was begun, settled or given up.
  decision: [
    "agreed, agree to, agreement in principle, decided, decision to, adopted, launched, created, creation of, established, set up, first time, new small group*, new group, dropped, drop out, taken out, parked, extended, prolonged, renewed, clean text*, free of brackets, settled, postponed, replaced",
    "décidé, convenus, convenu, adopté*, lancé*, créé*, créer, création de, première fois, nouveau groupe, nouveaux groupes, prorog*, retiré*, reporté*, réglé*, remplac*",
    "decidi*, acordado, acordaron, acordó, convin*, adopt*, lanz*, crearon, se creó, creación de, primera vez, nuevo grupo, nuevos grupos, prorrog*, retir*, aplaz*, no figurarán, reemplaz*, sustitu*",
  ],
  // A piece of work came to its end, or out.
  done: [
    "concluded, confirmed, completed, ended, closed, finaliz*, merged, committed, endorsed, joined, circulated, issued, requested",
    "conclu*, confirmé*, achevé*, terminé*, distribué*, publié*, établi*",
    "conclu*, confirm*, distribuy*, public*, estableci*, termin*",
  ],
  // Where members stand, and what they ask for.
  position: [
    "asked for, asked the, asked that, called on, called for, tabled, submitted, brings together, would carry on, would keep, would let, would extend, would end, common ground, overlap, well apart, still diverge, no common view, differ, led by, sponsored by, suggested, proposed, proposals, invited, on the table",
    "invité*, prié, principale divergence, divergences, constatent, convergence, demandé, proposé*, propositions, souhaitent, insisté",
    "invit*, pidi*, quedan por resolver, terreno común, propus*, propuso, propuestas, divergencias, convergencia, insisti*",
  ],
  // What comes, and when.
  next: [
    "next meeting, next round, next session, next plenary, next steps, will meet, will be held, will take place, will run, will continue, will resume, will be reconvened, follows on, is set for, scheduled, planned for, planned, last round, tentatively, to meet in, due to meet, takes place, will return, will look for, next, further discussion, coming round",
    "prochaine, prochain, se tiendra, se tiendront, aura lieu, auront lieu, est prévue, est prévu, sont prévus, à titre provisoire, reprendront, se réunira, se réuniront, annoncé un atelier",
    "próximo, próxima, se celebrará, se celebrarán, tendrá lugar, tendrán lugar, está previsto, está prevista, carácter provisional, se reunirán, se reunirá, volverá a reunirse, se reanudarán",
  ],
  // What is to be reached.
  aim: [
    "aim*, target, goal, intend*, hope to, hopes to, hope*, expect*, envisage*, by the end, before the summer, by the summer, want*, within reach, should be, see the end, would allow",
    "objectif, espérer, espèrent, souhaitent, avant la fin, d’ici à, avant l’été, pause estivale, devraient, attendu*",
    "objetivo, esperan, espera, antes de que, antes del verano, a más tardar, a finales de, prevén, aspiran",
  ],
  // Says what was talked about, and not what came of it.
  talk: [
    "were held on, was held on, reported on, reports on, report on, dealt with, discussed, discussing, spoke of, spoke on, spoke about, addressed, heard, touched on, raised, views on, debate on, exchange on, explored, reviewed",
    "ont examiné, a examiné, a porté sur, ont porté sur, a entendu, ont entendu, ont débattu, ont évoqué, ont abordé, ont rendu compte",
    "examinaron, examinó, debatieron, abordaron, escucharon, oyeron, informaron sobre, trataron, hablaron de",
  ],
  // Thanks, welcome, courses and receptions.
  ceremony: [
    "milestone, thank*, welcome*, praised, congratulat*, opening remarks, introductory remarks, technical assistance provided, gave a presentation, heard a presentation, seminar, reception, tribute, anniversary, photo*, appreciat*, simulated",
    "remerci*, félicit*, salué, allocution*, hommage, séminaire, anniversaire",
    "agradec*, felicit*, bienvenida, seminario, homenaje, aniversario, acogi* con satisfacción",
  ],
  // Leans on the sentence before.
  reference: [
    "he, she, they, it, this, these, those, such, that, other, others, another, one, both, his, her, their, its, some, the latter, the former, questions remain, but, yet, so said, before that, after that, to that end, opening it, opening them, during this, during these, during that, at this, at these, at that, in this, on this",
    "il, elle, ils, elles, cela, ceci, ce dernier, cette dernière, ces derniers, celui-ci, celle-ci, d’autres, mais, auparavant, pour ce faire, lors de cette, au cours de cette, pendant cette, à cette, dans ce, sur ce",
    "él, ella, ellos, ellas, esto, eso, ello, este último, esta última, otros, otras, pero, antes de ello, para ello, durante esta, durante este, en esta, en este, en esa, en ese",
  ],
  // Says only that something was talked about.
  generic: [
    "a summary of the meeting, is provided by, not replace the minutes, delegations spoke, members spoke, took the floor, took part in the debate, took note of, for information only, for information, what follows, secretariat s account, in due course, is open to, remains open, exchanged views, in writing, more information, can be found",
    "ont pris la parole, a pris note, de plus amples renseignements, délégations ont participé",
    "hicieron uso de la palabra, intervinieron, tomó nota, más información, delegaciones participaron",
  ],
  // What somebody thinks.
  opinion: [
    "said, noted, stated, added, stressed, emphasized, emphasised, underlined, underscored, highlighted, urged, recalled, remarked, observed, according to, cautioned, warned, believe*, told, mentioned, argue*, recounted",
    "a dit, a déclaré, a observé, a rappelé, ont rappelé, a souligné, a indiqué, selon, a-t-il, a-t-elle",
    "dijo, señaló, subrayó, subrayaron, declaró, observó, recordó, según, indicó, añadió",
  ],
};

const TREE = phraseTreeOf(
  CUE_NAMES.flatMap((cue) => CUES[cue].flatMap((list) => list.split(", ").map((phrase) => [phrase, cue] as const))),
);

/** The cues of a sentence with the number of the word at which each begins. */
export function cuesIn(words: readonly Word[]): ReadonlyMap<Cue, number> {
  const cues = new Map<Cue, number>();
  for (const { from, value } of findPhrases(TREE, words)) if (!cues.has(value)) cues.set(value, from);
  return cues;
}
