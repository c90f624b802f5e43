import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ENTRY = fileURLToPath(new URL("../../src/tradepost.mjs", import.meta.url));

/** Starts the program in a Node that says it is another version. */
function startAs(version: string) {
  const pretend = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
  const options = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, ENTRY, "--version"];
  return spawnSync(process.execPath, options, { encoding: "utf8" });
}

test.each(["12.22.12", "18.20.8", "20.19.5", "22.22.0", "23.11.1"])(
  "Node %s gets one sentence that says what to do, and exit status 2",
  (version) => {
    const { status, stdout, stderr } = startAs(version);

    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^Tradepost needs Node 24 or newer and this is Node [\d.]+: .*`npm ci`.*\n$/);
    expect(stderr).toContain(version);
  },
);

test.each(["24.0.0", "26.10.0"])("Node %s runs it", (version) => {
  const { status, stdout } = startAs(version);

  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
