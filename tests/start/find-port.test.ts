import { createServer } from "node:net";
import { expect, test } from "vitest";
import { findPort, parsePort } from "@/lib/start/find-port.mjs";

test("a taken port gives the next free one", async () => {
  const server = createServer();
  const taken = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
  expect(await findPort(taken, "127.0.0.1")).toBeGreaterThan(taken);
  server.close();
});

test("a port that is no port is refused by name", () => {
  expect(parsePort(undefined)).toBe(3000);
  for (const text of ["0", "65536", "http", "30.5"])
    expect(() => parsePort(text)).toThrow(`PORT must be a whole number`);
});
