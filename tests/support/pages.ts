import type { Reply } from "./feed-server.ts";

/** A page of the house in the manner of the WTO: a menu, the article, a footer. */
export function articlePage(title: string, paragraphs: readonly string[]): string {
  return `<!DOCTYPE html><html><head><title>WTO | 2026 News items - ${title}</title></head><body>
<ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul>
<div class="centerCol"><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</div>
<div id="footer"><a href="/privacy">Privacy</a> | <a href="/terms">Terms of use</a></div></body></html>`;
}

/** A web page as an answer. */
export function html(body: string): Reply {
  return { kind: "document", body, contentType: "text/html; charset=utf-8" };
}

/** A `robots.txt` as an answer. */
export function robotsText(body: string): Reply {
  return { kind: "document", body, contentType: "text/plain" };
}
