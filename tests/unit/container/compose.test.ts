import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DCLinter } from "dclint";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const FILE = new URL("../../../compose.yaml", import.meta.url);

const service = z.looseObject({});
const { services } = z.object({ services: z.record(z.string(), service) }).parse(parse(readFileSync(FILE, "utf8")));

test("it is valid by the schema of the Compose specification, and a linter finds nothing wrong", () => {
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });

  const [result] = linter.lintFiles([fileURLToPath(FILE)], false);

  expect(result?.messages).toEqual([]);
});

test("one command starts it: it is built from the checkout, and a missing .env is no trouble", () => {
  expect(services["tradepost"]).toMatchObject({ build: ".", env_file: [{ path: ".env", required: false }] });
});

test("it may write to its data and to /tmp only, and has no right that it does not need", () => {
  expect(services["tradepost"]).toMatchObject({
    read_only: true,
    tmpfs: ["/tmp"],
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    volumes: ["data:/data", "./config:/app/config:ro"],
  });
});

test("it comes back after a crash or a restart of the machine, and has time to end in order", () => {
  expect(services["tradepost"]).toMatchObject({ init: true, restart: "unless-stopped", stop_grace_period: "15s" });
});
