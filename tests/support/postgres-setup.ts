import { once } from "node:events";
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { startThrowawayPostgres, type ThrowawayPostgres } from "./throwaway-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test file asks for the address of the PostgreSQL server of this run. */
    readonly postgresDoor: string;
  }
}

/**
 * Once for each test run: opens a door at which test files ask for a PostgreSQL server. It is the one that
 * `TEST_DATABASE_URL` names, else a throw-away one, started when the first asks, so that runs without it cost nothing.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<ThrowawayPostgres> | undefined;
  const given = process.env["TEST_DATABASE_URL"];
  async function serverUrl(): Promise<string> {
    if (given) {
      return given;
    }
    started ??= startThrowawayPostgres();
    return (await started).url;
  }
  const door = createServer((_, response) => {
    serverUrl().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const address = door.address();
  if (address === null || typeof address === "string") {
    throw new Error("The system gave no port.");
  }
  project.provide("postgresDoor", `http://127.0.0.1:${address.port}/`);
  return async () => {
    door.close();
    door.closeAllConnections();
    await started?.then((server) => server[Symbol.asyncDispose]()).catch(() => undefined);
  };
}
