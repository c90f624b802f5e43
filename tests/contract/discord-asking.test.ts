import { openDiscord } from "../support/fake-discord/platform.ts";
import { describeAsking } from "./suite.ts";

describeAsking("Discord", openDiscord);
