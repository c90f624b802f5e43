/** A page to take a picture of. */
export interface Page {
  readonly style: string;
  readonly body: string;
  /** Packages whose modules the browser runs. */
  readonly modules: readonly string[];
  /** In CSS pixels; the height follows from the content. */
  readonly width: number;
}

/** The page as a document. Bare names in modules are found under /node_modules/. */
export function documentOf(page: Page): string {
  const scripts = page.modules.map((name) => `<script type="module">import ${JSON.stringify(name)};</script>`);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tradepost</title>',
    `<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`,
    `<style>html, body { margin: 0 } ${page.style}</style></head>`,
    `<body>${page.body}${scripts.join("")}</body></html>`,
  ].join("\n");
}

/** Text within a document. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const IMPORTS = {
  "@skyra/discord-components-core": "/node_modules/@skyra/discord-components-core/dist/index.js",
  "@lit/context": "/node_modules/@lit/context/index.js",
  "@lit/reactive-element": "/node_modules/@lit/reactive-element/reactive-element.js",
  "@lit/reactive-element/": "/node_modules/@lit/reactive-element/",
  lit: "/node_modules/lit/index.js",
  "lit/": "/node_modules/lit/",
  "lit-element/lit-element.js": "/node_modules/lit-element/lit-element.js",
  "lit-html": "/node_modules/lit-html/lit-html.js",
  "lit-html/": "/node_modules/lit-html/",
} as const;
