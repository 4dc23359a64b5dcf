import { afterEach, expect, test, vi } from "vitest";
import { checkEnvironment, env } from "@/lib/server/env";

const good = {
  DATABASE_URL: "postgres://app:secret@127.0.0.1:5432/bellwether",
  NEXTAUTH_SECRET: "s".repeat(32),
  NEXTAUTH_URL: "http://localhost:3000",
  TODAY: "",
  WORKER: "",
  OIDC_ISSUER: "",
  OIDC_CLIENT_ID: "",
  OIDC_CLIENT_SECRET: "",
  LOG_LEVEL: "",
};
const set = (values: Record<string, string>) => {
  for (const [name, value] of Object.entries({ ...good, ...values })) vi.stubEnv(name, value);
};
afterEach(() => vi.unstubAllEnvs());

test("empty settings take their defaults, and a good configuration starts", () => {
  set({});
  expect([env("WORKER"), env("LOG_LEVEL"), env("TODAY")]).toEqual(["in-process", "info", undefined]);
  expect(checkEnvironment).not.toThrow();
});

test.each([
  ["DATABASE_URL", "mysql://x/y", "DATABASE_URL must be the address of a PostgreSQL database"],
  ["DATABASE_URL", "", "DATABASE_URL is missing"],
  ["NEXTAUTH_SECRET", "short", "NEXTAUTH_SECRET must have at least 32 characters"],
  ["NEXTAUTH_URL", "localhost", "NEXTAUTH_URL must be the http(s) address"],
  ["TODAY", "2026-02-30", "TODAY must be a date"],
  ["WORKER", "both", "WORKER must be in-process or separate"],
  ["OIDC_ISSUER", "https://id.test", "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET missing"],
])("%s=%s is refused in one line", (name, value, line) => {
  set({ [name]: value });
  expect(checkEnvironment).toThrow(line);
});

test("one line names every setting at fault, and never its value", () => {
  set({ NEXTAUTH_SECRET: "hunter2", TODAY: "soon" });
  expect(checkEnvironment).toThrow(/^Bad configuration: NEXTAUTH_SECRET must [^;]+; TODAY must [^;]+\.$/);
  expect(checkEnvironment).not.toThrow("hunter2");
});

test("a setting is judged when it is asked for, not when its neighbour is", () => {
  set({ DATABASE_URL: "", TODAY: "2026-11-30" });
  expect(env("TODAY")).toBe("2026-11-30");
  expect(() => env("DATABASE_URL")).toThrow("DATABASE_URL is missing");
});
