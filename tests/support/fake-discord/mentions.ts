import { isRecord } from "./answers.ts";

/**
 * Whom a message notifies: only its content mentions, embeds never do, and `allowed_mentions` narrows it.
 * Source: https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function pingsOf(content: string, allowed: unknown, mayMentionEveryone: boolean): readonly string[] {
  const everyone = mayMentionEveryone ? [...content.matchAll(/(?<!\\)@(everyone|here)/g)].map(([text]) => text) : [];
  const users = [...content.matchAll(/(?<!\\)<@!?(\d+)>/g)].map(([, id = ""]) => id);
  const roles = [...content.matchAll(/(?<!\\)<@&(\d+)>/g)].map(([, id = ""]) => id);
  return [
    ...(permits(allowed, "everyone") ? everyone : []),
    ...users.filter((id) => permits(allowed, "users", id)),
    ...roles.filter((id) => permits(allowed, "roles", id)),
  ];
}

function permits(allowed: unknown, kind: string, id?: string): boolean {
  if (!isRecord(allowed)) return true;
  const parse = allowed["parse"];
  const listed = allowed[kind];
  if (Array.isArray(parse) && parse.includes(kind)) return true;
  return id !== undefined && Array.isArray(listed) && listed.includes(id);
}
