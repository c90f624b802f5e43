/** A channel of a workspace, each by Slack's own id. */
export interface Place {
  /** Empty where there is but one workspace. */
  readonly team: string;
  readonly channel: string;
}

/** The channel that the configuration names: `C…`, or `T…/C…` where there are several workspaces. */
export function placeIn(name: string, several: boolean): Place {
  const cut = several ? name.indexOf("/") : -1;
  return cut < 0 ? { team: "", channel: name } : { team: name.slice(0, cut), channel: name.slice(cut + 1) };
}

/** As the configuration names a channel. */
export function placeName(team: string, channel: string, several: boolean): string {
  return several ? `${team}/${channel}` : channel;
}
