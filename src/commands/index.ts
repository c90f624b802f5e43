import type { Command } from "./command.ts";
import { helpOn } from "./help.ts";
import { ITEM } from "./item.ts";
import { LATEST } from "./latest.ts";
import { MEETINGS } from "./meetings.ts";
import { SEARCH } from "./search.ts";

const LOOK_UPS: readonly Command[] = [MEETINGS, LATEST, SEARCH, ITEM];

/** Every look-up, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [...LOOK_UPS, helpOn(LOOK_UPS)];
