import type { Millis } from "../../src/model/time.ts";
import type { Call, Dialect } from "./dialect.ts";
import type { Fate, Gate, Loss, Trouble } from "./gate.ts";
import type { House } from "./house.ts";
import { READING } from "./news.ts";
import type { ShutOut } from "./place.ts";
import type { Chance } from "./random.ts";
import type { Truth } from "./truth.ts";
import type { FeedTrouble } from "./town.ts";

const SECOND: Millis = 1_000;
const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
/** A request that the bot gave up may be carried out so much later. */
const LATEST: Millis = 60 * SECOND;

/** What a round has to do mischief with. */
export interface Ground {
  readonly house: House;
  readonly truth: Truth;
  readonly chance: Chance;
  readonly sqlite: boolean;
  /** To be done when the round's mischief is over. */
  readonly repairs: (() => void | Promise<void>)[];
}

/** What a kind of mischief means for the round. */
export interface Arranged {
  readonly what: string;
  /** Whether it may leave a delivery to a person. */
  readonly mayHold?: boolean;
  /** The round's mischief goes on for so long at least. */
  readonly lasts?: Millis;
}

type Mischief = (ground: Ground) => Arranged | Promise<Arranged>;

const LOSSES: readonly [Loss, ...Loss[]] = ["reset", "close", "hang", "500", "502-html", "200-html", "cut"];

/** When a lost request is carried out: never, at once, or later. */
export function carriedOut(chance: Chance): Millis | undefined {
  return chance.pick([undefined, 0, 0, chance.between(1, LATEST), chance.between(1, LATEST)]);
}

function gateOf({ house, chance }: Ground): { readonly name: string; readonly gate: Gate; readonly dialect: Dialect } {
  const gate = house.town.gates[chance.pick(["slack", "discord"])];
  return { name: gate.dialect.name, gate, dialect: gate.dialect };
}

/** Something begins soon and ends some time later, at the latest when the round's mischief is over. */
function between(
  ground: Ground,
  begin: () => void | Promise<void>,
  end: () => void | Promise<void>,
  longest: Millis,
): void {
  const { timeline } = ground.house.town;
  ground.repairs.push(end);
  timeline.later(ground.chance.between(0, 5 * MINUTE), async () => {
    await begin();
    timeline.later(ground.chance.between(SECOND, longest), end);
  });
}

function lasting(ground: Ground, troubles: Set<Trouble>, trouble: Trouble, longest: Millis): void {
  between(
    ground,
    () => void troubles.add(trouble),
    () => void troubles.delete(trouble),
    longest,
  );
}

const lostAnswers: Mischief = (ground) => {
  const { chance } = ground;
  const { name, gate } = gateOf(ground);
  const kind = chance.pick(["send", "send", "send", "edit", "read"]);
  const count = chance.between(1, 4);
  const fates: string[] = [];
  for (let made = 0; made < count; made++) {
    const fate: Fate = { kind: "lost", how: chance.pick(LOSSES), after: carriedOut(chance) };
    gate.next.push({ fits: (call) => call.kind === kind, fate });
    fates.push(`${fate.how} ${fate.after === undefined ? "not stored" : fate.after === 0 ? "stored" : "stored late"}`);
  }
  return { what: `${name} ${kind} lost: ${fates.join(", ")}` };
};

/** An edit that nobody waits for any more is carried out over a newer wording. */
const lateEdits: Mischief = ({ house, chance }) => {
  const fits = (call: Call): boolean => call.kind === "edit";
  for (const gate of Object.values(house.town.gates)) {
    const after = chance.between(5 * SECOND, LATEST);
    const killed = chance.happens(0.5);
    gate.next.push({
      fits,
      fate: killed ? { kind: "killed", when: "arrived", after } : { kind: "lost", how: chance.pick(LOSSES), after },
    });
  }
  return { what: "edits carried out late" };
};

const slowAnswers: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  const by = ground.chance.pick([1, 5_000, 9_900, 10_100, 30_000]);
  gate.next.push({ fits: (call) => call.kind !== "other", fate: { kind: "slow", by } });
  return { what: `${name} slow` };
};

const refusedConnections: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  between(
    ground,
    () => gate.open(false),
    () => gate.open(true),
    20 * MINUTE,
  );
  return { what: `${name} connections refused` };
};

const tooMany: Mischief = (ground) => {
  const { chance } = ground;
  const { name, gate, dialect } = gateOf(ground);
  const seconds = chance.pick([1, 7, 90, 31_536_000]);
  const everywhere = chance.happens(0.4);
  const answer = dialect.tooMany(seconds, everywhere);
  const { channel } = chance.pick(ground.house.town.places);
  const trouble: Trouble = (call) =>
    call.kind === "other" || !(everywhere || call.channel === channel) ? undefined : { kind: "refused", answer };
  lasting(ground, gate.troubles, trouble, 3 * MINUTE);
  return { what: `${name} 429 ${everywhere ? "everywhere" : "for a channel"}, Retry-After ${seconds}` };
};

const serverTrouble: Mischief = (ground) => {
  const { chance } = ground;
  const { name, gate } = gateOf(ground);
  const how = chance.pick(LOSSES);
  const trouble: Trouble = (call) =>
    call.kind === "other"
      ? undefined
      : { kind: "lost", how, after: chance.happens(0.5) ? carriedOut(chance) : undefined };
  lasting(ground, gate.troubles, trouble, 10 * MINUTE);
  // After the fifth post that vanished while the channel could be read, a person is asked.
  return { what: `${name} ${how} for minutes`, mayHold: true };
};

const tokenRevoked: Mischief = (ground) => {
  const { name, gate, dialect } = gateOf(ground);
  const answer = dialect.unauthorised();
  lasting(ground, gate.troubles, () => ({ kind: "refused", answer }), 20 * MINUTE);
  return { what: `${name} token revoked and restored` };
};

const shutChannel: Mischief = (ground) => {
  const { chance, house } = ground;
  const place = chance.pick(house.town.places);
  const ways: readonly [ShutOut, ...ShutOut[]] =
    place.platform === "slack" ? ["archived", "removed", "read-only"] : ["removed", "read-only", "unreadable"];
  const how = chance.pick(ways);
  between(
    ground,
    () => place.shut(how),
    () => place.shut(undefined),
    20 * MINUTE,
  );
  return { what: `${place.platform} channel ${how}`, mayHold: how === "unreadable" };
};

const poison: Mischief = (ground) => {
  const { name, gate, dialect } = gateOf(ground);
  const answer = dialect.rejected();
  const kind = ground.chance.pick(["send", "edit"]);
  gate.next.push({ fits: (call) => call.kind === kind, fate: { kind: "refused", answer } });
  return { what: `${name} refuses a message for good`, mayHold: true };
};

const lateHistory: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  gate.lag = ground.chance.between(SECOND, 30 * SECOND);
  ground.repairs.push(() => void (gate.lag = 0));
  return { what: `${name} history shows messages late` };
};

const moderator: Mischief = (ground) => {
  const { house, chance, truth } = ground;
  const { town } = house;
  town.timeline.later(chance.between(0, 15 * MINUTE), () => {
    const place = chance.pick(town.places);
    const message = place.messages().at(-chance.between(1, 4));
    if (message === undefined) return;
    place.remove(message.id);
    for (const [, key = "", reading] of message.text.matchAll(READING)) {
      if (!message.text.startsWith("Correction")) truth.of(place, key).removedAt = Number(reading);
      town.journal.note(`a moderator deletes ${message.id} with ${key} in ${place.channel}`, [key]);
    }
  });
  return { what: "a moderator deletes a message", mayHold: true };
};

const socketsDrop: Mischief = (ground) => {
  const { slack, discord, timeline } = ground.house.town;
  const { chance } = ground;
  const how = chance.pick([
    "slack cut",
    "slack refresh",
    "slack zombie",
    "discord reset",
    "discord reconnect",
    "discord invalid-session",
    "discord 4000",
    "discord zombie",
  ]);
  timeline.later(chance.between(0, 10 * MINUTE), async () => {
    if (how === "slack cut") await slack.sockets.cut();
    if (how === "slack refresh") slack.sockets.refresh();
    if (how === "slack zombie") slack.sockets.freeze();
    if (how === "discord reset") discord.gateway.cut("reset");
    if (how === "discord reconnect") discord.gateway.cut("reconnect");
    if (how === "discord invalid-session") discord.gateway.cut("invalid-session");
    if (how === "discord 4000") discord.gateway.cut(4000);
    if (how === "discord zombie") discord.gateway.answerHeartbeats(false);
  });
  ground.repairs.push(() => discord.gateway.answerHeartbeats(true));
  return { what: `sockets: ${how}` };
};

const clockWrong: Mischief = async (ground) => {
  const { house, chance } = ground;
  const off = chance.pick([-2 * 24 * HOUR, -HOUR, -10 * SECOND, 30 * SECOND, 10 * MINUTE, 3 * HOUR, 400 * 24 * HOUR]);
  between(
    ground,
    () => house.setClock(off),
    () => house.setClock(0),
    30 * MINUTE,
  );
  // It does harm where it is asked what became of a post.
  const other = await ground.chance.pick([lostAnswers, lateEdits, serverTrouble])(ground);
  return { what: `clock off by ${off / SECOND} s; ${other.what}`, mayHold: other.mayHold === true };
};

const feedTrouble: Mischief = (ground) => {
  const { town } = ground.house;
  const how: FeedTrouble = ground.chance.pick(["status", "hang", "stall", "cut", "reset", "html"]);
  between(
    ground,
    () => void (town.feedTrouble = how),
    () => void (town.feedTrouble = undefined),
    15 * MINUTE,
  );
  return { what: `feed ${how}` };
};

const databaseTrouble: Mischief = (ground) => {
  const { house, sqlite, chance } = ground;
  if (!sqlite) {
    house.town.timeline.later(chance.between(0, 10 * MINUTE), () => house.town.cutDatabase());
    return { what: "database connections cut" };
  }
  const state = chance.pick(["full", "read-only", "locked"]);
  if (state === "locked")
    between(
      ground,
      () => house.town.lockDatabase(true),
      () => house.town.lockDatabase(false),
      2 * MINUTE,
    );
  else
    between(
      ground,
      () => house.setDisk(state),
      () => house.setDisk("well"),
      15 * MINUTE,
    );
  return { what: `database ${state}` };
};

const twoDaysDown: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  const answer = { status: 503, headers: { "content-type": "text/html" }, body: "<title>Maintenance</title>" };
  const trouble: Trouble = () => ({ kind: "refused", answer });
  gate.troubles.add(trouble);
  ground.repairs.push(() => void gate.troubles.delete(trouble));
  return { what: `${name} down for 48 hours`, lasts: 48 * HOUR, mayHold: true };
};

const restartInPeace: Mischief = ({ house, chance }) => {
  house.town.timeline.later(chance.between(0, 10 * MINUTE), () => house.askToEnd());
  return { what: "stopped by SIGTERM and started again" };
};

/** All kinds, by how often each is chosen. */
const KINDS: readonly (readonly [number, Mischief])[] = [
  [10, lostAnswers],
  [3, lateEdits],
  [3, slowAnswers],
  [3, refusedConnections],
  [4, tooMany],
  [3, serverTrouble],
  [2, tokenRevoked],
  [3, shutChannel],
  [2, poison],
  [3, lateHistory],
  [2, moderator],
  [2, socketsDrop],
  [2, clockWrong],
  [2, feedTrouble],
  [2, databaseTrouble],
  [2, restartInPeace],
  [0.4, twoDaysDown],
];

/** Arranges one kind of mischief by chance. */
export async function arrangeMischief(ground: Ground): Promise<Arranged> {
  const total = KINDS.reduce((sum, [weight]) => sum + weight, 0);
  let left = ground.chance.number() * total;
  for (const [weight, mischief] of KINDS) {
    left -= weight;
    if (left < 0) return await mischief(ground);
  }
  return await lostAnswers(ground);
}
