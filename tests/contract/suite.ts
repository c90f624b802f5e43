import { describe } from "vitest";
import { describeCalls } from "./suite/calls.ts";
import { describeConnecting } from "./suite/connecting.ts";
import { describeFailing } from "./suite/failing.ts";
import type { Platform } from "./suite/platform.ts";
import { describeShowing } from "./suite/showing.ts";

export { describeAsking } from "./suite/asking.ts";
export type { Said, Talk, Who } from "./suite/talk.ts";
export type { Call, Fault, Loss, Platform, SeenLink, SeenMessage, Server } from "./suite/platform.ts";

/**
 * What every adapter must do, whoever wrote it. `open` gives a fresh platform with its adapter for each test; the suite
 * disposes the adapter, then the platform. What an adapter lacks by its own capabilities is asserted as lacking, not skipped.
 */
export function describeChatAdapter(name: string, open: () => Promise<Platform>): void {
  describe(`chat adapter: ${name}`, () => {
    describeShowing(open);
    describeCalls(open);
    describeFailing(open);
    describeConnecting(open);
  });
}
