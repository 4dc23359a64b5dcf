import { expect, it } from "vitest";
import { isPublicAddress } from "@/lib/server/notify/public-address";

const CLOSED = [
  ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "172.31.255.255"],
  ...[
    "192.168.1.1",
    "192.0.0.1",
    "192.0.2.5",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
  ],
  ...[
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:7f00:1",
    "::7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
  ],
  ...["64:ff9b:1::1", "100::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "2002:7f00:1::1"],
  ...["2001::1", "2001:db8::1", "3fff::1", "not an address", "1.2.3", "0x7f000001", ""],
];
const OPEN = ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"];

it.each(CLOSED)("%s is not a public address", (address) => expect(isPublicAddress(address)).toBe(false));
it.each(OPEN)("%s is a public address", (address) => expect(isPublicAddress(address)).toBe(true));
