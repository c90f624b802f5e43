import type { Desk } from "../../../src/model/ask.ts";

/** A desk that offers nothing and answers nobody. */
export const noDesk: Desk = {
  commands: [],
  ask: async () => undefined,
  suggest: async () => [],
  removed: async () => {},
};
