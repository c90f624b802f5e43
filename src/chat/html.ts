import { colon } from "../model/language.ts";
import type { DigestPost, ItemPost, NotePost, NoveltyLine, Post } from "../model/post.ts";
import { cleanPost } from "./clean-post.ts";
import { headingsAt } from "./digest-parts.ts";
import { webAddress } from "./inert.ts";

/** A post as a page of its own: plain HTML without scripts, all text of the feed escaped. */
export function htmlPage(post: Post): string {
  const clean = cleanPost(post);
  const title = clean.kind === "item" ? clean.headline : clean.title;
  return [
    "<!doctype html>",
    `<html lang="${clean.language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>`,
    `<style>${STYLE}</style></head>`,
    `<body>${bodyOf(clean)}</body>`,
    "</html>",
    "",
  ].join("\n");
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}" +
  "h1,h2{font-size:1.2rem;margin:0}small{color:#555}dt{font-weight:600;float:left;margin-right:.5rem}" +
  "dd{margin:0}.topics span{background:#eef2f6;border-radius:.5rem;padding:.1rem .5rem;margin-right:.3rem}";

function bodyOf(post: Post): string {
  switch (post.kind) {
    case "item":
      return itemHtml(post);
    case "digest":
      return digestHtml(post);
    case "note":
      return noteHtml(post);
  }
}

function itemHtml(post: ItemPost): string {
  const { retracted } = post;
  const told = retracted === undefined ? (html: string) => html : (html: string) => `<s>${html}</s>`;
  return [
    "<article>",
    retracted === undefined ? "" : `<p><strong>${escape(retracted.text)}</strong></p>`,
    `<h2>${told(linked(post.headline, post.url))}</h2>`,
    post.published === undefined
      ? ""
      : `<small><time datetime="${escape(post.published.day)}">${escape(post.published.text)}</time></small>`,
    list(post.points.map((point) => told(escape(point)))),
    `<dl>${post.facts.map(({ label, value }) => `<dt>${told(escape(label + colon(post.language)))}</dt><dd>${told(escape(value))}</dd>`).join("")}</dl>`,
    ...(post.novelties ?? []).map((novelty) => `<p>${told(noveltyHtml(novelty))}</p>`),
    `<p class="topics">${post.topics.map((tag) => `<span>${escape(`${tag.emoji} ${tag.label}`.trim())}</span>`).join("")}</p>`,
    ...post.updates.map((update) => `<p><small>${escape(update.text)}</small></p>`),
    `<p><small>${linked(post.source, post.url)}</small></p>`,
    "</article>",
  ].join("\n");
}

function noveltyHtml({ text, sources }: NoveltyLine): string {
  const links = sources.flatMap((source) => (source.url === undefined ? [] : [linked(source.text, source.url)]));
  return links.length === 0 ? escape(text) : `${escape(text)} (${links.join(" · ")})`;
}

function digestHtml(post: DigestPost): string {
  const { next } = post;
  return [
    `<h1>${escape(post.title)}</h1>`,
    ...(next === undefined ? [] : [`<h2>${escape(next.title)}</h2>`, list(next.lines.map(escape))]),
    ...post.entries.flatMap((entry, index) => [
      ...headingsAt(post, index).map((title) => `<h2>${escape(title)}</h2>`),
      itemHtml(entry),
    ]),
  ].join("\n");
}

function noteHtml(post: NotePost): string {
  return [
    `<h1>${escape(post.title)}</h1>`,
    ...post.paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
    post.link === undefined ? "" : `<p>${linked(post.link.text, post.link.url)}</p>`,
    ...(post.buttons ?? []).map((button) => `<p><button type="button">${escape(button.label)}</button></p>`),
    ...post.items.map(itemHtml),
  ].join("\n");
}

/** A list of what is HTML already. */
function list(points: readonly string[]): string {
  return `<ul>${points.map((point) => `<li>${point}</li>`).join("")}</ul>`;
}

function linked(text: string, url: string | undefined): string {
  const address = webAddress(url);
  return address === undefined ? escape(text) : `<a href="${escape(address)}">${escape(text)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
