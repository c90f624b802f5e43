import { openSlack, openSlackByHttp } from "../support/fake-slack/platform.ts";
import { describeAsking } from "./suite.ts";

describeAsking("Slack over Socket Mode", openSlack);
describeAsking("Slack over HTTP", openSlackByHttp);
