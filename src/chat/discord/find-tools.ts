import type { Clock } from "../../model/time.ts";
import type { Inquiry } from "./access.ts";
import type { Api } from "./api.ts";

/** What looking for a message needs. */
export interface FindTools {
  readonly api: Api;
  readonly inquiry: Inquiry;
  readonly clock: Clock;
  /** The chat's name in the configuration. */
  readonly chat: string;
}
