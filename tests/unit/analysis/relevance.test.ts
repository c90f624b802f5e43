import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import type { Item } from "../../../src/model/item.ts";
import { anItem, rules } from "./an-item.ts";

function relevant(item: Partial<Item>): boolean {
  return analyse(anItem(item), rules).relevant;
}

describe("posted", () => {
  test.each<readonly [Item["language"], string, string]>([
    ["en", "E-commerce talks enter last lap", "Delegations met in Geneva on Monday."],
    [
      "en",
      "Members keep the ban on duties for two more years",
      "Ministers agreed to extend the moratorium on customs duties on electronic transmissions.",
    ],
    ["en", "Chair reports to members", "Participants in the e-commerce negotiations heard from the chair on 4 May."],
    ["en", "DG urges help to bridge the digital divide", "Digital trade grows fast, she told a meeting of ministers."],
    [
      "en",
      "Council closes its year",
      "The General Council took note of reports on fisheries and agriculture and decided to renew the Work Programme on Electronic Commerce.",
    ],
    ["fr", "Les négociateurs sur le commerce électronique font le point", "Ils se retrouveront en juin."],
    [
      "fr",
      "Les Membres prorogent le moratoire",
      "Le Conseil général a décidé de proroger le moratoire sur les transmissions électroniques.",
    ],
    ["fr", "Un atelier réunit des entreprises", "L’atelier sur le commerce électronique s’est tenu lundi."],
    ["es", "Avanza la negociación sobre comercio electrónico", "Los participantes se reunirán en junio."],
    [
      "es",
      "Los Miembros prorrogan la moratoria",
      "El Consejo General acordó prorrogar la moratoria sobre las transmisiones electrónicas.",
    ],
    [
      "es",
      "El facilitador informa a los Miembros",
      "El Programa de Trabajo sobre Comercio Electrónico fue objeto de un debate el martes.",
    ],
  ])("%s: %s", (language, title, description) => {
    expect(relevant({ language, title, description })).toBe(true);
  });

  test("whatever the words, where the link has a stem that decides", () => {
    const url = "https://www.wto.org/english/news_e/news24_e/ecom_06may24_e.htm";
    expect(relevant({ url, title: "Next steps agreed" })).toBe(true);
  });
});

describe("passed over", () => {
  test.each<readonly [Item["language"], string, string]>([
    ["en", "Committee moves notifications online", "A digital platform lets officials file electronic forms."],
    ["en", "Electronic tendering on the procurement agenda", "Parties compared their portals."],
    ["en", "New data portal goes live", "Users can download trade data and statistics online."],
    ["en", "Panel rules on telecom equipment tariffs", "The reports concern routers and telephones."],
    ["en", "AI chips drive goods trade", "Artificial intelligence and data centres lifted demand."],
    ["en", "Standards committee looks at cyber rules", "Concerns on cybersecurity of connected devices were raised."],
    ["en", "Customs chiefs visit a single window", "Parcels bought on e-commerce sites were mentioned."],
    [
      "en",
      "Joint initiative on services publishes its text",
      "The joint initiative on investment facilitation followed suit.",
    ],
    ["en", "Small economies discuss their work programme", "The Work Programme on Small Economies will be renewed."],
    [
      "en",
      "Officials complete a course",
      "They studied agriculture, fisheries subsidies, dispute settlement and the work on e-commerce.",
    ],
    ["en", "Ministers renew the TRIPS moratorium", "The moratorium on non-violation complaints was extended."],
    [
      "fr",
      "Le Comité adopte la soumission en ligne",
      "Les notifications électroniques passeront par une plate-forme numérique.",
    ],
    [
      "fr",
      "Accord sur les technologies de l’information: 25 ans",
      "Les participants ont parlé de télécommunications et de données.",
    ],
    [
      "fr",
      "Une initiative conjointe sur l’investissement aboutit",
      "Le programme de travail sur les petites économies avance.",
    ],
    ["es", "El Comité aprueba las notificaciones en línea", "La plataforma digital estará lista en junio."],
    [
      "es",
      "Un grupo especial examina aranceles sobre equipos de telecomunicaciones",
      "El informe se distribuyó el lunes.",
    ],
    [
      "es",
      "Iniciativa conjunta sobre las inversiones",
      "El programa de trabajo sobre las pequeñas economías sigue su curso.",
    ],
  ])("%s: %s", (language, title, description) => {
    expect(relevant({ language, title, description })).toBe(false);
  });

  test("where only the article names the subject", () => {
    const text = "Like the negotiations on e-commerce, these were launched in 2019.\n\nE-commerce was not discussed.";
    expect(relevant({ title: "Fisheries talks resume", description: "Members met on Friday.", text })).toBe(false);
  });
});

test("the reason names the rule and the words of the source", () => {
  const { reasons } = analyse(anItem({ title: "Digital Trade rules near completion" }), rules);
  expect(reasons[0]).toEqual({ rule: "the title names the subject", words: "Digital Trade" });
});

test("an item that is left out says what came nearest", () => {
  const item = anItem({ title: "Farm talks", description: "Delegates met.", text: "Some spoke of e-commerce." });
  expect(analyse(item, rules).reasons).toEqual([
    { rule: "the article names the subject only in passing", words: "e-commerce" },
  ]);
});
