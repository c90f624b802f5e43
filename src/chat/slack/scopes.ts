/** What the app asks for, and what does not work without it. Where a private channel lacks one, its own finding says so as well. */
export const SCOPES = [
  { scope: "chat:write", without: "nothing can be posted", needed: true },
  { scope: "commands", without: "nobody can ask by /wto", needed: false },
  { scope: "channels:read", without: "public channels can't be checked", needed: true },
  { scope: "channels:history", without: "a post whose answer was lost can't be looked for, and is held", needed: true },
  { scope: "groups:read", without: "private channels can't be checked", needed: false },
  {
    scope: "groups:history",
    without: "a lost post in a private channel can't be looked for, and is held",
    needed: false,
  },
  { scope: "users:read", without: "workspace admins aren't known as managers", needed: false },
] as const;
