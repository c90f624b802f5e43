import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** "nobody" on every Linux. Only root can become somebody else; another user stays who they are. */
const UNPRIVILEGED = process.getuid?.() === 0 ? 65_534 : undefined;

/** What a started program leaves behind. */
export interface Run {
  readonly out: () => string;
  readonly log: () => string;
  readonly ended: Promise<number | null>;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
}

/** What the container image holds, laid out as in the image, on a tree that nobody may write to. */
export interface ProductionInstall extends AsyncDisposable {
  /** The user that programs are started as. */
  readonly uid: number | undefined;
  /** The only folder that may be written to. */
  readonly data: string;
  /** Starts Node in the tree as that user. */
  node(args: readonly string[]): Run;
}

/**
 * Copies what the Dockerfile copies and, of node_modules, what the lock file calls no development dependency: the same
 * files that `npm ci --omit=dev` installs, without asking a registry.
 */
export async function installProduction(): Promise<ProductionInstall> {
  const base = await mkdtemp(join(tmpdir(), "tradepost-production-"));
  const [tree, data, node] = [join(base, "app"), join(base, "data"), join(base, "node")];
  await mkdir(tree);
  await mkdir(data);
  await copyFile(process.execPath, node);
  for (const path of await imageFiles()) await cp(join(ROOT, path), join(tree, path), { recursive: true });
  for (const path of await productionPackages()) await copyPackage(path, tree);
  await symlink(data, join(tree, "data"));
  if (UNPRIVILEGED !== undefined) await chown(data, UNPRIVILEGED, UNPRIVILEGED);
  await chmod(base, 0o755);
  await promisify(execFile)("chmod", ["-R", "a-w,a+rX", tree]);

  const runs: Run[] = [];
  return {
    uid: UNPRIVILEGED ?? process.getuid?.(),
    data,
    node(args) {
      const run = start(node, args, tree);
      runs.push(run);
      return run;
    },
    async [Symbol.asyncDispose]() {
      for (const run of runs) run.kill("SIGKILL");
      await Promise.all(runs.map((run) => run.ended));
      await promisify(execFile)("chmod", ["-R", "u+w", tree]);
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** What .dockerignore lets through. */
async function imageFiles(): Promise<readonly string[]> {
  const lines = (await readFile(join(ROOT, ".dockerignore"), "utf8")).split("\n");
  return lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
}

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().default(false), link: z.boolean().default(false) })),
});

async function productionPackages(): Promise<readonly string[]> {
  const { packages } = Lock.parse(JSON.parse(await readFile(join(ROOT, "package-lock.json"), "utf8")));
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.startsWith("node_modules/") && !dev && !link)
    .map(([path]) => path)
    .filter((path) => existsSync(join(ROOT, path))); // an optional one of another platform is not there
}

/** Without the packages inside of it, which have entries of their own. */
async function copyPackage(path: string, tree: string): Promise<void> {
  const from = join(ROOT, path);
  const isOwn = (source: string): boolean =>
    !(basename(source) === "node_modules" && dirname(source).startsWith(from) && source !== from);
  await cp(from, join(tree, path), { recursive: true, filter: isOwn });
}

function start(node: string, args: readonly string[], cwd: string): Run {
  const user = UNPRIVILEGED === undefined ? {} : { uid: UNPRIVILEGED, gid: UNPRIVILEGED };
  const env = { NODE_ENV: "production", HOME: "/nonexistent", PATH: "/nonexistent" };
  const child = spawn(node, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], ...user });
  let out = "";
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  const ended = once(child, "close").then(() => child.exitCode);
  return { out: () => out, log: () => log, ended, kill: (signal) => void child.kill(signal) };
}
