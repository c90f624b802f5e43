import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Packs this checkout as a release would be, and installs it in an empty project beside a package of an adapter, which
 * also lies in the project as `adapter/`. Tools for testing are this checkout's own.
 * @param adapter the folder of the adapter's package
 */
export async function openPackedProject(adapter: string): Promise<PackedProject> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-packed-"));
  try {
    const parcel = join(folder, "parcel");
    const project = join(folder, "project");
    await Promise.all([parcel, project].map(async (one) => await mkdir(one)));
    await cp(adapter, join(project, "adapter"), { recursive: true });
    await writeFile(join(project, "package.json"), JSON.stringify({ name: "host", private: true, type: "module" }));
    await npm(CHECKOUT, "pack", "--pack-destination", parcel);
    const [tarball = ""] = await readdir(parcel);
    const quiet = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
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

async function borrow(project: string, ...packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const place = join(project, "node_modules", name);
    if (existsSync(place)) continue;
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(CHECKOUT, "node_modules", name), place, "dir");
  }
  for (const program of ["vitest", "tsc"])
    await symlink(join(CHECKOUT, "node_modules", ".bin", program), join(project, "node_modules", ".bin", program));
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const { status, out } = await finish("npm", args, cwd);
  if (status !== 0) throw new Error(`npm ${args.join(" ")} ended with ${status}:\n${out}`);
}

async function finish(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  const child = spawn(program, args, { cwd, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (out += text));
  await once(child, "close");
  return { status: child.exitCode, out };
}

/** This process's Node for every program, and nothing of the npm run that started the tests but where npm looks for packages. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|TEST$|NODE_|INIT_CWD)/.test(name));
  const sources = ["npm_config_registry", "npm_config_cache", "npm_config_userconfig"];
  const kept = sources.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const path = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
  return { ...Object.fromEntries([...own, ...kept]), PATH: path };
}
