// What `import … from "tradepost"` gives to an adapter: in a checkout or container the source, in the packed package
// its JavaScript, and in both the very classes that the running program uses.
import { existsSync } from "node:fs";

const isCheckout = existsSync(new URL("index.ts", import.meta.url));

export const { ChatError, PLAIN, cleanPost, cleanText, fitText, plainText, webAddress } = await import(
  isCheckout ? "./index.ts" : "../dist/src/index.js"
);
