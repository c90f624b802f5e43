/** An address without the name and password before its @: they are no part of a page, and a name passes for the host. */
export function withoutUser(url: URL): URL {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare;
}
