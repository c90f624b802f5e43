import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { AdapterTools, ChatAdapter } from "./adapter.ts";

/** How the configuration names an adapter from outside this repository. */
export interface Foreign {
  readonly name: string;
  /** A package name, or a path relative to the working directory (`./…`, `/…`). */
  readonly adapter: string;
  /** Handed to the adapter as they are; checking them is its own business. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What an adapter's module exports: `createAdapter(config, tools)`. */
export type CreateAdapter = (config: Foreign, tools: AdapterTools) => ChatAdapter | Promise<ChatAdapter>;

/** Loads an adapter by package name or path. Throws an error that says what its module lacks. */
export async function loadForeign(config: Foreign, tools: AdapterTools): Promise<ChatAdapter> {
  const where = `the adapter ${config.adapter} of chat ${config.name}`;
  const module = await importFrom(config.adapter, where);
  const exported = moduleShape.safeParse(module);
  if (!exported.success)
    throw new Error(`Can't use ${where}: its module must export a function createAdapter(config, tools).`);
  const adapter: unknown = await exported.data.createAdapter(config, tools);
  if (isAdapter(adapter)) return adapter;
  const missing = METHODS.filter((method) => !hasMethod(adapter, method)).map(String);
  throw new Error(`Can't use ${where}: it lacks ${missing.join(", ") || "its capabilities"}; see docs/adapters.md.`);
}

const METHODS = ["verify", "listen", "connection", "send", "edit", "publish", "find", Symbol.asyncDispose] as const;

const moduleShape = z.looseObject({
  createAdapter: z.custom<CreateAdapter>((value) => typeof value === "function"),
});

const capabilitiesShape = z.looseObject({
  capabilities: z.looseObject({
    edit: z.boolean(),
    reply: z.boolean(),
    find: z.boolean(),
    publish: z.boolean(),
    silent: z.boolean(),
    dedupeWindow: z.number().min(0),
  }),
});

function isAdapter(value: unknown): value is ChatAdapter {
  return capabilitiesShape.safeParse(value).success && METHODS.every((method) => hasMethod(value, method));
}

function hasMethod(value: unknown, method: PropertyKey): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, method) === "function";
}

/** A package is looked for beside Tradepost itself, where the host has installed both. */
async function importFrom(name: string, where: string): Promise<unknown> {
  shareOwnModule();
  try {
    const isPath = name.startsWith(".") || name.startsWith("/");
    return await import(isPath ? pathToFileURL(resolve(name)).href : name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Can't load ${where}: ${reason} Install it, or correct \`adapter\` in the configuration.`, {
      cause: error,
    });
  }
}

let isShared = false;

/**
 * Whatever an adapter imports as `tradepost` is the program that runs, so that the errors that it throws are known:
 * a checkout and the container have no such package to find, and a package may have brought a copy of its own.
 */
function shareOwnModule(): void {
  if (isShared) return;
  isShared = true;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const own = new URL(`../index.${extension}`, import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "tradepost" ? { url: own, shortCircuit: true } : next(specifier, context),
  });
}
