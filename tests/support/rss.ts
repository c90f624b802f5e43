/** An item as the WTO's feed writes it. */
export interface RssItem {
  readonly title: string;
  readonly link?: string;
  readonly description?: string;
  /** `YYYY-MM-DD`; the feed gives midnight GMT. */
  readonly day?: string;
  readonly guid?: string;
}

/** Items that the WTO's feed shows at a time. */
export const WINDOW = 10;

export interface RssOptions {
  readonly language?: "en" | "fr" | "es";
  /** What the XML declaration says; the text itself is the same. */
  readonly encoding?: string;
  /** How many of the items are shown; ten where left out. */
  readonly window?: number;
}

/** A feed in the shape of the WTO's: RSS 2.0, the first of the items, `pubDate` at midnight GMT. */
export function rss(
  items: readonly RssItem[],
  { language = "en", encoding = "utf-8", window = WINDOW }: RssOptions = {},
): string {
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0">
  <channel>
    <title>${TITLES[language]}</title>
    <link>https://www.wto.org/</link>
    <description>${TITLES[language]}</description>
    <language>${language}</language>
${items.slice(0, window).map(written).join("\n")}
  </channel>
</rss>
`;
}

/** A link of the WTO's form: `/english/news_e/news26_e/ecom_23jun26_429_e.htm` for `("ecom", "2026-06-23", 429)`. */
export function wtoLink(stem: string, day: string, number: number, language: "en" | "fr" | "es" = "en"): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const short = year.slice(2);
  const { folder, letter } = FOLDERS[language];
  const name = `${stem}_${date}${MONTHS[Number(month) - 1]}${short}_${number}_${letter}.htm`;
  return `https://www.wto.org/${folder}/news_${letter}/news${short}_${letter}/${name}`;
}

const TITLES = { en: "WTO latest news", fr: "OMC: dernières nouvelles", es: "OMC: últimas noticias" };
const FOLDERS = {
  en: { folder: "english", letter: "e" },
  fr: { folder: "french", letter: "f" },
  es: { folder: "spanish", letter: "s" },
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function written({ title, link, description, day, guid }: RssItem): string {
  const lines = [
    `<title>${escape(title)}</title>`,
    ...(link === undefined ? [] : [`<link>${escape(link)}</link>`]),
    ...(description === undefined ? [] : [`<description>${escape(description)}</description>`]),
    ...(day === undefined ? [] : [`<pubDate>${midnight(day)}</pubDate>`]),
    ...(guid === undefined ? [] : [`<guid isPermaLink="false">${escape(guid)}</guid>`]),
  ];
  return ["    <item>", ...lines.map((line) => `      ${line}`), "    </item>"].join("\n");
}

function midnight(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const name = MONTHS[Number(month) - 1] ?? "";
  return `${weekday}, ${date} ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year} 00:00:00 GMT`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
