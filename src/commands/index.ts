import type { Command } from "./command.ts";
import { helpOn } from "./help.ts";
import { HISTORY } from "./history.ts";
import { ITEM } from "./item.ts";
import { LATEST } from "./latest.ts";
import { MANAGING } from "./manage/index.ts";
import { MEETINGS } from "./meetings.ts";
import { SEARCH } from "./search.ts";
import { STATUS } from "./status.ts";
import { TIMELINE } from "./timeline.ts";
import { TOPICS } from "./topics.ts";
import { WHY } from "./why.ts";

/** Every look-up that reads the archive, in the order in which help lists them. */
export const LOOK_UPS: readonly Command[] = [MEETINGS, LATEST, SEARCH, TIMELINE, ITEM, WHY, HISTORY, TOPICS, STATUS];

/** The look-ups and the help on them, which a terminal has by itself. */
export const COMMANDS: readonly Command[] = [...LOOK_UPS, helpOn([...LOOK_UPS, ...MANAGING])];
