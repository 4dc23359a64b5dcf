import "server-only";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** IPv4 that is not the public internet: private, shared, loopback, link-local, test, benchmark, multicast, reserved. */
const CLOSED = new BlockList();
for (const [net, bits] of [
  ...[["0.0.0.0", 8] as const, ["10.0.0.0", 8] as const, ["100.64.0.0", 10] as const, ["127.0.0.0", 8] as const],
  ...[["169.254.0.0", 16] as const, ["172.16.0.0", 12] as const, ["192.0.0.0", 24] as const],
  ...[["192.0.2.0", 24] as const, ["192.88.99.0", 24] as const, ["192.168.0.0", 16] as const],
  ...[["198.18.0.0", 15] as const, ["198.51.100.0", 24] as const, ["203.0.113.0", 24] as const],
  ...[["224.0.0.0", 3] as const],
] as const)
  CLOSED.addSubnet(net, bits, "ipv4");

/** IPv6: only global unicast is open, so mapped IPv4, NAT64, link-local and unique local addresses are not; within it Teredo and
 * its like, documentation and 6to4, which lead to other places than they name, are closed too. */
const OPEN = new BlockList();
OPEN.addSubnet("2000::", 3, "ipv6");
const CLOSED_SIX = new BlockList();
CLOSED_SIX.addSubnet("2001::", 23, "ipv6");
CLOSED_SIX.addSubnet("2001:db8::", 32, "ipv6");
CLOSED_SIX.addSubnet("2002::", 16, "ipv6");
CLOSED_SIX.addSubnet("3fff::", 20, "ipv6");

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !CLOSED.check(address, "ipv4");
  return family === 6 && OPEN.check(address, "ipv6") && !CLOSED_SIX.check(address, "ipv6");
}

/** The address to connect to for an URL's host: looked up once, and refused where any of what it resolves to is not public. */
export async function resolvedAddress(
  hostname: string,
  allowsPrivate: boolean,
): Promise<{ address: string; family: number }> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true, verbatim: true });
  const closed = found.find(({ address }) => !isPublicAddress(address));
  if (closed && !allowsPrivate) throw new Error(`${host} is at ${closed.address}, which is not a public address`);
  const [first] = found;
  if (!first) throw new Error(`${host} has no address`);
  return first;
}
