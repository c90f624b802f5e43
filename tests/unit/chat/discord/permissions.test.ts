import { describe, expect, test } from "vitest";
import { missingRights, permissionsIn, RIGHTS, type Standing } from "../../../../src/chat/discord/permissions.ts";

const EVERYONE = "1180000000000000002";
const BOT = "1180000000000000001";
const ROLE = "1180000000000000003";
const NOW = Date.parse("2026-06-23T12:00:00Z");

const VIEW = RIGHTS["View Channel"];
const SEND = RIGHTS["Send Messages"];
const READ = RIGHTS["Read Message History"];

describe("the bot's rights in a channel", () => {
  test("are those of everyone and of its own roles together", () => {
    const bits = permissionsIn(standing({ everyone: VIEW, role: SEND }));
    expect([has(bits, VIEW), has(bits, SEND), has(bits, READ)]).toEqual([true, true, false]);
  });

  test("leave out roles that it does not have", () => {
    const roles = [{ id: "1180000000000000004", permissions: SEND.toString() }];
    expect(permissionsIn({ ...standing({ everyone: VIEW }), roles })).toBe(0n);
  });

  test("are all of them for an administrator, whatever a channel denies", () => {
    const bits = permissionsIn(standing({ role: 8n, overwrites: [[EVERYONE, 0, 0n, VIEW]] }));
    expect(missingRights(bits, ["View Channel", "Send Messages"])).toEqual([]);
  });

  test("follow the overwrites: everyone, then its roles, then itself", () => {
    const denied = standing({ everyone: VIEW | SEND, overwrites: [[EVERYONE, 0, 0n, SEND]] });
    expect(has(permissionsIn(denied), SEND)).toBe(false);
    const roleAllows = standing({
      everyone: VIEW | SEND,
      overwrites: [
        [ROLE, 0, SEND, 0n],
        [EVERYONE, 0, 0n, SEND],
      ],
    });
    expect(has(permissionsIn(roleAllows), SEND)).toBe(true);
    const botDenied = standing({
      everyone: VIEW | SEND,
      overwrites: [
        [BOT, 1, 0n, SEND],
        [ROLE, 0, SEND, 0n],
      ],
    });
    expect(has(permissionsIn(botDenied), SEND)).toBe(false);
  });

  test("of two roles the one that allows wins", () => {
    const other = "1180000000000000004";
    const base = standing({
      everyone: VIEW,
      overwrites: [
        [ROLE, 0, 0n, SEND],
        [other, 0, SEND, 0n],
      ],
    });
    expect(has(permissionsIn({ ...base, member: { roles: [other, ROLE] } }), SEND)).toBe(true);
  });

  test("come to nothing without the right to view", () => {
    const bits = permissionsIn(standing({ everyone: SEND | READ }));
    expect(missingRights(bits, ["Send Messages", "Read Message History"])).toEqual([
      "Send Messages",
      "Read Message History",
    ]);
  });

  test("shrink to looking while it is in timeout, and come back after", () => {
    const base = standing({ everyone: VIEW | SEND | READ });
    const until = (moment: string): Standing => ({
      ...base,
      member: { roles: [ROLE], communication_disabled_until: moment },
    });
    expect(permissionsIn(until("2026-06-23T12:00:01Z"))).toBe(VIEW | READ);
    expect(permissionsIn(until("2026-06-23T11:59:59Z"))).toBe(VIEW | SEND | READ);
  });
});

function has(bits: bigint, right: bigint): boolean {
  return (bits & right) !== 0n;
}

function standing(rights: {
  readonly everyone?: bigint;
  readonly role?: bigint;
  readonly overwrites?: readonly (readonly [id: string, type: 0 | 1, allow: bigint, deny: bigint])[];
}): Standing {
  return {
    botId: BOT,
    guildId: EVERYONE,
    member: { roles: [ROLE] },
    roles: [
      { id: EVERYONE, permissions: (rights.everyone ?? 0n).toString() },
      { id: ROLE, permissions: (rights.role ?? 0n).toString() },
    ],
    channel: {
      id: "1180000000000000101",
      type: 0,
      guild_id: EVERYONE,
      permission_overwrites: (rights.overwrites ?? []).map(([id, type, allow, deny]) => ({
        id,
        type,
        allow: allow.toString(),
        deny: deny.toString(),
      })),
    },
    now: NOW,
  };
}
