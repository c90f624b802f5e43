#!/usr/bin/env node
// The way in. Plain JavaScript that even Node 12 understands, so that an old Node gets a sentence and not a stack trace.
import { existsSync } from "fs";

const OLDEST_NODE = 24;

function start() {
  // Node strips no types under node_modules: the packed package brings JavaScript, a checkout has the source itself.
  const isCheckout = existsSync(new URL("main.ts", import.meta.url));
  return import(isCheckout ? "./main.ts" : "../dist/src/main.js")
    .then(({ main }) => main(process.argv))
    .then((status) => {
      process.exitCode = status;
    });
}

/** Variables from the file .env in the working directory; those of the environment go before them. */
function readEnvFile() {
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    return true;
  } catch (error) {
    process.stderr.write(`The file .env can't be read (${error.code}): let this user read it, or move it away.\n`);
    return false;
  }
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(
    `Tradepost needs Node ${OLDEST_NODE} or newer and this is Node ${process.versions.node}: ` +
      "in a checkout run `npm ci` once and then `npm start` or `npx tradepost`, which bring their own, " +
      "or install a newer Node from https://nodejs.org.\n",
  );
  process.exitCode = 2;
} else if (readEnvFile()) {
  void start();
} else {
  process.exitCode = 2;
}
