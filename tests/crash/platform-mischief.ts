import type { Call } from "./dialect.ts";
import type { Fate, Trouble } from "./gate.ts";
import { between, carriedOut, gateOf, HOUR, lasting, LATEST, LOSSES, MINUTE, SECOND, type Mischief } from "./ground.ts";
import type { ShutOut } from "./place.ts";

// What a platform, or the way to it, does.

export const lostAnswers: Mischief = (ground) => {
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
export const lateEdits: Mischief = ({ house, chance }) => {
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

export const slowAnswers: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  const by = ground.chance.pick([1, 5_000, 9_900, 10_100, 30_000]);
  gate.next.push({ fits: (call) => call.kind !== "other", fate: { kind: "slow", by } });
  return { what: `${name} slow` };
};

export const refusedConnections: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  between(
    ground,
    () => gate.open(false),
    () => gate.open(true),
    20 * MINUTE,
  );
  return { what: `${name} connections refused` };
};

export const tooMany: Mischief = (ground) => {
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

export const serverTrouble: Mischief = (ground) => {
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

export const tokenRevoked: Mischief = (ground) => {
  const { name, gate, dialect } = gateOf(ground);
  const answer = dialect.unauthorised();
  lasting(ground, gate.troubles, () => ({ kind: "refused", answer }), 20 * MINUTE);
  return { what: `${name} token revoked and restored` };
};

export const shutChannel: Mischief = (ground) => {
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

export const poison: Mischief = (ground) => {
  const { name, gate, dialect } = gateOf(ground);
  const answer = dialect.rejected();
  const kind = ground.chance.pick(["send", "edit"]);
  gate.next.push({ fits: (call) => call.kind === kind, fate: { kind: "refused", answer } });
  return { what: `${name} refuses a message for good`, mayHold: true };
};

export const lateHistory: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  gate.lag = ground.chance.between(SECOND, 30 * SECOND);
  ground.repairs.push(() => void (gate.lag = 0));
  return { what: `${name} history shows messages late` };
};

export const twoDaysDown: Mischief = (ground) => {
  const { name, gate } = gateOf(ground);
  const answer = { status: 503, headers: { "content-type": "text/html" }, body: "<title>Maintenance</title>" };
  const trouble: Trouble = () => ({ kind: "refused", answer });
  gate.troubles.add(trouble);
  ground.repairs.push(() => void gate.troubles.delete(trouble));
  return { what: `${name} down for 48 hours`, lasts: 48 * HOUR, mayHold: true };
};

export const socketsDrop: Mischief = (ground) => {
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
