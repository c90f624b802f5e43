import { subscribe } from "node:diagnostics_channel";
import { writeSync } from "node:fs";
import { DatabaseSync, StatementSync } from "node:sqlite";
import pg from "pg";
import type { Observe } from "../../src/delivery/tools.ts";
import { around, type Method } from "./around.ts";
import type { DeathOrder } from "./messages.ts";

/** Where the steps are written: the pipe that the harness opened as the fifth. What is written survives a kill. */
const STEPS = 4;

/** Statements that say something new, not those of every look at the feed. Between the others nothing can be torn. */
const TELLING =
  /^(?:insert into "(?:items|versions|revisions|deliveries|digests|digest_items|incidents)"|update "deliveries")/i;

/** What this process does, and its end. */
export interface Watch {
  readonly observe: Observe;
  /** Requests and database calls that are under way. */
  busy(): number;
  activity(): number;
  /** From now on. */
  die(order: DeathOrder | null): void;
}

/** Watches requests, statements and steps, and kills this process where it was told to. */
export function watchProcess(first: DeathOrder | null): Watch {
  let order = first;
  let seen = 0;
  let busy = 0;
  let activity = 0;

  const countDown = (): void => {
    seen += 1;
    if (order === null || seen < order.count) return;
    writeSync(STEPS, `${JSON.stringify({ killed: order })}\n`);
    process.kill(process.pid, "SIGKILL");
  };
  const statement = (text: string, when: "before" | "after"): void => {
    activity += 1;
    if (order?.at === "statement" && order.when === when && TELLING.test(text)) countDown();
  };
  const begin = (): void => {
    busy += 1;
    activity += 1;
  };
  const end = (): void => {
    busy -= 1;
    activity += 1;
  };

  watchSqlite(statement);
  watchPostgres(statement, begin, end);
  subscribe("undici:request:create", begin);
  subscribe("undici:request:trailers", end);
  subscribe("undici:request:error", end);

  return {
    observe(step, deliveryId) {
      activity += 1;
      writeSync(STEPS, `${JSON.stringify({ step, deliveryId })}\n`);
      if (order?.at === "step" && order.step === step) countDown();
    },
    busy: () => busy,
    activity: () => activity,
    die(next) {
      order = next;
      seen = 0;
    },
  };
}

type Tell = (text: string, when: "before" | "after") => void;

function watchSqlite(tell: Tell): void {
  const wrap = (inner: Method): Method =>
    function (...args) {
      const text = this instanceof StatementSync ? this.sourceSQL : String(args[0]);
      tell(text, "before");
      const result = Reflect.apply(inner, this, args);
      tell(text, "after");
      return result;
    };
  for (const name of ["run", "all", "get"]) around(StatementSync, name, wrap);
  around(DatabaseSync, "exec", wrap);
}

function watchPostgres(tell: Tell, begin: () => void, end: () => void): void {
  const wrap = (inner: Method): Method =>
    function (...args) {
      const text = typeof args[0] === "string" ? args[0] : "";
      const over = (): void => {
        end();
        tell(text, "after");
      };
      tell(text, "before");
      begin();
      const callback = args.at(-1);
      if (typeof callback === "function") {
        const told: Method = function (...answer) {
          over();
          return Reflect.apply(callback, this, answer);
        };
        return Reflect.apply(inner, this, [...args.slice(0, -1), told]);
      }
      const result = Reflect.apply(inner, this, args);
      if (result instanceof Promise) result.then(over, end);
      else end();
      return result;
    };
  around(pg.Client, "query", wrap);
  around(pg.Client, "connect", wrap);
}
