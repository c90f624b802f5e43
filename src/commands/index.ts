import type { Command } from "./command.ts";
import { helpOn } from "./help.ts";
import { HISTORY } from "./history.ts";
import { ITEM } from "./item.ts";
import { LATEST } from "./latest.ts";
import { MEETINGS } from "./meetings.ts";
import { SEARCH } from "./search.ts";
import { STATUS } from "./status.ts";
import { TOPICS } from "./topics.ts";
import { WHY } from "./why.ts";

const LOOK_UPS: readonly Command[] = [MEETINGS, LATEST, SEARCH, ITEM, WHY, HISTORY, TOPICS, STATUS];

/** Every look-up, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [...LOOK_UPS, helpOn(LOOK_UPS)];
