import type { ManageCommand } from "./change.ts";
import { POST, RETRACT } from "./overrule.ts";
import { SUBSCRIBE } from "./subscribe.ts";
import { SUBSCRIPTIONS } from "./subscriptions.ts";
import { UNSUBSCRIBE } from "./unsubscribe.ts";

/** What those who manage a channel can do, in the order in which help lists it. */
export const MANAGING: readonly ManageCommand[] = [SUBSCRIBE, UNSUBSCRIBE, SUBSCRIPTIONS, POST, RETRACT];
