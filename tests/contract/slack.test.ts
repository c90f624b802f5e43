import { describeChatAdapter } from "./suite.ts";
import { openSlack } from "../support/fake-slack/platform.ts";

describeChatAdapter("Slack", openSlack);
