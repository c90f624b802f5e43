import type { Millis } from "../../src/model/time.ts";
import type { DeathOrder } from "./messages.ts";
import { carriedOut, type Ground } from "./ground.ts";
import type { Chance } from "./random.ts";

/** How the bot dies in a round. */
export interface Death {
  readonly what: string;
}

/** Arranges one kill by chance: at a step, at a database statement, at a request, or at any moment. */
export async function arrangeDeath({ house, chance }: Ground): Promise<Death> {
  const { timeline, gates } = house.town;
  switch (chance.pick(["step", "step", "statement", "statement", "request", "request", "moment"])) {
    case "step":
    case "statement": {
      const order = chance.happens(0.5) ? stepOrder(chance) : statementOrder(chance, 9);
      await house.die(order);
      return { what: order.at === "step" ? `at step ${order.step}` : `${order.when} a statement` };
    }
    case "request": {
      const kind = chance.pick(["send", "send", "edit", "read"]);
      const when = chance.pick(["arrived", "stored"]);
      const fate = { kind: "killed", when, after: carriedOut(chance) } as const;
      gates[chance.pick(["slack", "discord"])].next.push({ fits: (call) => call.kind === kind, fate });
      return { what: `when a ${kind} had ${when === "stored" ? "been stored" : "arrived"}` };
    }
    case "moment":
      timeline.later(chance.between(0, 15 * 60_000), () => house.kill("at any moment"));
      return { what: "at any moment" };
  }
}

/** Now and then a bot dies while it starts. */
export function deathAtBirth(chance: Chance): DeathOrder | undefined {
  return chance.happens(0.15) ? statementOrder(chance, 9) : undefined;
}

/** How long nobody starts the bot again. */
export function downtime(chance: Chance): Millis {
  return chance.pick([0, 1_000, 5_000, 50_000, 3 * 60_000, 20 * 60_000]);
}

function stepOrder(chance: Chance): Extract<DeathOrder, { at: "step" }> {
  const step = chance.pick(["claimed", "begun", "answered", "settled"]);
  return { at: "step", step, count: chance.between(1, 5) };
}

function statementOrder(chance: Chance, most: number): Extract<DeathOrder, { at: "statement" }> {
  return { at: "statement", when: chance.pick(["before", "after"]), count: chance.between(1, most) };
}
