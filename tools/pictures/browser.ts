import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Route } from "playwright-core";
import { documentOf, type Page } from "./page.ts";

/** Where the page says that it lives. Nobody listens there: every request is answered from this checkout or refused. */
const ORIGIN = "http://pictures.localhost";
const ROOT = new URL("../../", import.meta.url);
/** Sharp on most screens, and still a small file. */
const FINENESS = 1.3;
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-lcd-text",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

/**
 * Takes a picture of a page, somewhat finer than its CSS pixels.
 * @param executable the path of a Chromium
 * @returns the PNG's bytes. Throws where the page asks for anything that is not part of this checkout.
 */
export async function pictureOf(page: Page, executable: string): Promise<Uint8Array> {
  const profile = await mkdtemp(join(tmpdir(), "tradepost-pictures-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: QUIET,
    viewport: { width: page.width, height: 200 },
    deviceScaleFactor: FINENESS,
    timezoneId: "Europe/Zurich",
    locale: "en-GB",
  });
  try {
    const refused: string[] = [];
    await browser.route("**/*", async (route) => await answer(route, documentOf(page), refused));
    const tab = await browser.newPage();
    await tab.goto(`${ORIGIN}/`, { waitUntil: "load" });
    await tab.evaluate("document.fonts.ready.then(() => {})");
    const picture = await tab.screenshot({ fullPage: true, animations: "disabled" });
    if (refused.length > 0) throw new Error(`The page asked for what is not part of it: ${refused.join(", ")}`);
    return picture;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function answer(route: Route, document: string, refused: string[]): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin === ORIGIN && url.pathname === "/")
    return await route.fulfill({ contentType: "text/html; charset=utf-8", body: document });
  if (url.origin === ORIGIN && url.pathname.startsWith("/node_modules/") && url.pathname.endsWith(".js")) {
    const body = await readFile(new URL(`.${url.pathname}`, ROOT), "utf8");
    return await route.fulfill({ contentType: "text/javascript; charset=utf-8", body });
  }
  if (url.pathname !== "/favicon.ico") refused.push(url.href);
  await route.abort();
}
