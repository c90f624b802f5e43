import ipaddr from "ipaddr.js";

/** Microsoft's documents name this public-looking address as the door to a virtual machine's own platform (Azure "WireServer"). */
const PLATFORM_ADDRESSES: ReadonlySet<string> = new Set(["168.63.129.16"]);

/** The part of IPv6 that is routed on the internet (RFC 4291, section 2.4; IANA has given out 2000::/3 only). */
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");

/**
 * Whether an IP address (text, brackets allowed) belongs to the public internet. Loopback, private, link-local (where
 * clouds keep their metadata), carrier-grade NAT, multicast and reserved ranges do not, nor does any IPv6 form that
 * carries an IPv4 address inside, since it is a second name for one that may be private.
 */
export function isPublicAddress(text: string): boolean {
  const bare = text.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(bare) || PLATFORM_ADDRESSES.has(bare)) return false;

  const address = ipaddr.parse(bare);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || address.match(GLOBAL_IPV6);
}
