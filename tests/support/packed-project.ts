import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  /** What it wrote, on either stream. */
  readonly out: string;
}

/** A project of its own, outside this checkout, in which the packed package is installed. */
export interface PackedProject extends AsyncDisposable {
  readonly folder: string;
  /** Runs a program of the project's `node_modules/.bin`. */
  run(program: string, ...args: readonly string[]): Promise<Ended>;
}

/** Nothing that is started here outlives the test that waits for it. */
const PATIENCE = 100_000;
const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Packs this checkout as a release would be, and installs it in a new project beside a package of an adapter, which
 * also lies in the project as `adapter/`. What they depend on is copied from this checkout, so that npm asks no registry.
 * @param adapter the folder of the adapter's package
 */
export async function openPackedProject(adapter: string): Promise<PackedProject> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-packed-"));
  try {
    const parcel = join(folder, "parcel");
    const project = join(folder, "project");
    await mkdir(parcel);
    await copyDependencies(project);
    await cp(adapter, join(project, "adapter"), { recursive: true });
    await npm(CHECKOUT, "pack", "--pack-destination", parcel);
    const [tarball = ""] = await readdir(parcel);
    const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    await npm(project, "install", ...quiet, "--install-links", join(parcel, tarball), "./adapter");
    await borrow(project, "vitest", "typescript", "@types/node");
    return {
      folder: project,
      run: async (program, ...args) => await finish(join("node_modules", ".bin", program), args, project),
      [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const lockShape = z.object({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) });
const packageShape = z.object({ dependencies: z.record(z.string(), z.string()) });

/** npm leaves alone what is there already, wanted by the project, and linked under `.bin`. */
async function copyDependencies(project: string): Promise<void> {
  const { dependencies } = packageShape.parse(await readJson("package.json"));
  const { packages } = lockShape.parse(await readJson("package-lock.json"));
  for (const [place, { dev }] of Object.entries(packages)) {
    const source = join(CHECKOUT, place);
    if (dev === true || !place.startsWith("node_modules/") || !existsSync(source)) continue;
    const own = (path: string): boolean => !path.slice(source.length).split(sep).includes("node_modules");
    await cp(source, join(project, place), { recursive: true, filter: own });
  }
  const links = { recursive: true, verbatimSymlinks: true };
  await cp(join(CHECKOUT, "node_modules", ".bin"), join(project, "node_modules", ".bin"), links);
  const manifest = { name: "host", private: true, type: "module", dependencies };
  await writeFile(join(project, "package.json"), JSON.stringify(manifest));
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(CHECKOUT, name), "utf8"));
}

/** Tools that a test needs and a host does not. */
async function borrow(project: string, ...packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const place = join(project, "node_modules", name);
    if (existsSync(place)) continue;
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(CHECKOUT, "node_modules", name), place, "dir");
  }
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const { status, out } = await finish("npm", args, cwd);
  if (status !== 0) throw new Error(`npm ${args.join(" ")} ended with ${status}:\n${out}`);
}

async function finish(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  const child = spawn(program, args, { cwd, env: environment(), timeout: PATIENCE, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (out += text));
  await once(child, "close");
  return { status: child.exitCode, out };
}

/** This process's Node for every program, and nothing of the npm run that started the tests. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|TEST$|NODE_|INIT_CWD)/.test(name));
  const path = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
  return { ...Object.fromEntries(own), PATH: path };
}
