import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import type { Item } from "../../../src/model/item.ts";
import { anItem, rules } from "./an-item.ts";

function topics(item: Partial<Item>): readonly string[] {
  return analyse(anItem(item), rules).topics;
}

describe("a topic is found by its words", () => {
  test.each<readonly [string, string, string, string]>([
    ["moratorium", "The moratorium was debated.", "Le moratoire a été débattu.", "Se debatió la moratoria."],
    ["data-flows", "On data flows, views differ.", "Les flux de données divisent.", "Los flujos de datos dividen."],
    ["privacy", "Personal data came next.", "La vie privée a suivi.", "Los datos personales son el siguiente tema."],
    ["cybersecurity", "Cybersecurity was next.", "La cybersécurité a suivi.", "La ciberseguridad fue el tema."],
    ["cryptography", "On cryptography, no text.", "La cryptographie attend.", "La criptografía espera."],
    ["source-code", "Source code is open.", "Le code source reste ouvert.", "El código fuente sigue abierto."],
    [
      "consumer-protection",
      "Consumer protection is done.",
      "La protection des consommateurs est réglée.",
      "La protección del consumidor está lista.",
    ],
    [
      "spam",
      "Spam is settled.",
      "Les messages indésirables sont réglés.",
      "Los mensajes no solicitados están resueltos.",
    ],
    [
      "e-signatures",
      "Electronic signatures are done.",
      "Les signatures électroniques sont réglées.",
      "Las firmas electrónicas están listas.",
    ],
    [
      "e-invoicing",
      "E-invoicing is near.",
      "La facturation électronique avance.",
      "La facturación electrónica avanza.",
    ],
    [
      "e-payments",
      "Electronic payments are new.",
      "Les paiements électroniques sont nouveaux.",
      "Los pagos electrónicos son nuevos.",
    ],
    [
      "paperless-trading",
      "Paperless trading is done.",
      "Le commerce sans papier est réglé.",
      "El comercio sin papel está listo.",
    ],
    ["single-windows", "Single windows remain.", "Restent les guichets uniques.", "Quedan las ventanillas únicas."],
    [
      "telecommunications",
      "Telecoms came up.",
      "Les télécommunications ont suivi.",
      "Las telecomunicaciones siguieron.",
    ],
    ["market-access", "Market access came up.", "L’accès aux marchés a suivi.", "El acceso a los mercados siguió."],
    ["development", "The digital divide grows.", "La fracture numérique se creuse.", "La brecha digital crece."],
    ["msmes", "Small businesses gain.", "Les petites entreprises y gagnent.", "Las pequeñas empresas ganan."],
    ["ai", "AI came up.", "L’IA a suivi.", "La IA fue el tema."],
    ["joint-initiative", "The co-convenors spoke.", "Les coorganisateurs ont parlé.", "Hablaron los coorganizadores."],
    [
      "work-programme",
      "The Work Programme goes on.",
      "Le Programme de travail continue.",
      "Sigue el Programa de Trabajo.",
    ],
    ["ministerial", "MC14 will decide.", "La CM14 décidera.", "La CM14 decidirá."],
  ])("%s", (id, en, fr, es) => {
    expect(topics({ description: en })).toContain(id);
    expect(topics({ language: "fr", description: fr })).toContain(id);
    expect(topics({ language: "es", description: es })).toContain(id);
  });
});

describe("a topic is not found", () => {
  test.each<readonly [string, Partial<Item>]>([
    ["trade-facilitation", { description: "Periods as in the Trade Facilitation Agreement may serve." }],
    ["moratorium", { description: "The moratorium on non-violation complaints was renewed." }],
    ["work-programme", { description: "The Work Programme on Small Economies goes on." }],
    ["development", { description: "It was seen by the Committee on Trade and Development." }],
    ["joint-initiative", { description: "The “Enabling E-commerce” initiative has partners." }],
    ["ai", { language: "fr", description: "«J’ai terminé», a-t-elle dit." }],
    ["open-internet", { language: "es", description: "Muchos siguen sin acceso a Internet." }],
    ["ministerial", { description: "It began at the Ministerial Conference of December 2017." }],
    ["ministerial", { description: "“Ministers will not read this,” said the chair." }],
    [
      "privacy",
      { description: "A round was held.", text: "Views were aired.\n\nBackground\n\nPrivacy was added in 2022." },
    ],
  ])("%s", (id, item) => {
    expect(topics(item)).not.toContain(id);
  });
});

test("topics stand in the order of the rules and name what set them off", () => {
  const { topics: found, reasons } = analyse(
    anItem({ description: "Spam, Source Code and privacy were discussed." }),
    rules,
  );
  expect(found).toEqual(["privacy", "source-code", "spam"]);
  expect(reasons).toContainEqual({ rule: "topic source-code", words: "Source Code" });
});
