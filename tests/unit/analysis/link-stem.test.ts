import { expect, test } from "vitest";
import { linkStemOf } from "../../../src/analysis/link-stem.ts";

test.each([
  ["https://www.wto.org/english/news_e/news22_e/ecom_28oct22_e.htm", "ecom"],
  ["https://www.wto.org/french/news_f/news26_f/JSEC_23jun26_429_f.htm?x=1#top", "jsec"],
  ["https://www.wto.org/english/news_e/news26_e/622r_446_e.htm", undefined],
  ["https://www.wto.org/", undefined],
  ["https://www.wto.org/ecom/index.htm", undefined],
  [undefined, undefined],
])("%s", (url, stem) => {
  expect(linkStemOf(url)).toBe(stem);
});
