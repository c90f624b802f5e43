import { openDiscord } from "../support/fake-discord/platform.ts";
import { describeChatAdapter } from "./suite.ts";

describeChatAdapter("Discord", openDiscord);
