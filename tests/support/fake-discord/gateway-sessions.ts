/** A session outlives its connection, so that it can be resumed. Source: https://docs.discord.com/developers/events/gateway#resuming */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Every event that was dispatched, in order; the first has the sequence number 1. */
  readonly events: { readonly t: string; readonly d: unknown }[];
}

export interface Sessions {
  open(intents: number): Session;
  find(id: string): Session | undefined;
  forget(id: string): void;
}

export function createSessions(): Sessions {
  const known = new Map<string, Session>();
  let count = 0;
  return {
    open(intents) {
      count += 1;
      const session: Session = { id: `session-${count}`, intents, events: [] };
      known.set(session.id, session);
      return session;
    },
    find: (id) => known.get(id),
    forget: (id) => void known.delete(id),
  };
}
