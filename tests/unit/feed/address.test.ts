import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "../../../src/feed/address.ts";

test.each(["8.8.8.8", "93.184.215.14", "2001:4860:4860::8888", "[2001:4860:4860::8888]", "172.32.0.1", "100.128.0.1"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  "",
  "localhost",
  "127.0.0.1",
  "127.255.255.254",
  "0.0.0.0",
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "100.127.255.255",
  "192.0.0.192",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "168.63.129.16",
  "::",
  "::1",
  "[::1]",
  "fe80::1",
  "fec0::1",
  "fc00::1",
  "fd00:ec2::254",
  "ff02::1",
  "::ffff:8.8.8.8",
  "::ffff:127.0.0.1",
  "::127.0.0.1",
  "64:ff9b::8.8.8.8",
  "2002:7f00:1::",
  "2001:0:7f00:1::",
  "2001:db8::1",
  "100::1",
  "5f00::1",
])("%s is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test("no address of a private network is public, in whichever form it is written", () => {
  const byte = fc.nat(255);
  fc.assert(
    fc.property(fc.constantFrom("10", "127"), byte, byte, byte, (a, b, c, d) => {
      expect(isPublicAddress(`${a}.${b}.${c}.${d}`)).toBe(false);
      expect(isPublicAddress(`::ffff:${a}.${b}.${c}.${d}`)).toBe(false);
      expect(isPublicAddress(`64:ff9b::${a}.${b}.${c}.${d}`)).toBe(false);
    }),
  );
});
