import type { Option } from "../model/ask.ts";

/** A topic of the configuration, by id or name. */
export const TOPIC: Option = {
  name: "topic",
  kind: "topic",
  summary: {
    en: "only on this topic",
    fr: "seulement sur ce thème",
    es: "solo sobre este tema",
  },
  required: false,
};

/** An item of the archive. */
export const SOURCE: Option = {
  name: "source",
  kind: "source",
  summary: {
    en: "the item's address or id",
    fr: "l’adresse ou l’identifiant de l’article",
    es: "la dirección o el identificador de la noticia",
  },
  required: true,
};
