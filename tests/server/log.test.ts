import { afterEach, expect, test, vi } from "vitest";
import { log, redact } from "@/lib/server/log";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("a line is one JSON object on stderr with time, level, event and fields", () => {
  vi.stubEnv("LOG_LEVEL", "info");
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  log.debug("run.started");
  log.info("run.published", { accounts: 240 });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", event: "run.published", accounts: 240 });
  expect(lines[0]?.endsWith("}\n")).toBe(true);
});

test("secrets and private notes are not logged, by the name of their field", () => {
  const secrets = {
    password: "a",
    sessionToken: "b",
    Cookie: "c",
    authorization: "d",
    clientSecret: "e",
    note: "f",
    keyHash: "g",
  };
  expect(Object.values(redact(secrets) as object)).toEqual(Object.keys(secrets).map(() => "[redacted]"));
  expect(redact({ deep: [{ api_key: "x", name: "ok" }] })).toEqual({ deep: [{ api_key: "[redacted]", name: "ok" }] });
  expect(redact({ noted: 1, monkey: 2, passed: 3 })).toEqual({ noted: 1, monkey: 2, passed: 3 });
});

test("secrets inside text are not logged either", () => {
  expect(redact("key bw_live_a1B2c3 at postgres://app:pw@h:5432/x with Bearer abc.def")).toBe(
    "key bw_live_[redacted] at postgres://app:[redacted]@h:5432/x with Bearer [redacted]",
  );
});

test("a failed query is logged without its values and without the row that Postgres quotes", () => {
  const cause = Object.assign(new Error("duplicate key"), {
    code: "23505",
    constraint: "people_email",
    detail: "Key (email)=(a@b.test)",
  });
  const failed = new Error("Failed query: insert into people values ($1)\nparams: a@b.test", { cause });
  const text = JSON.stringify(redact({ error: failed }));
  expect(text).not.toContain("a@b.test");
  expect(text).toContain("23505");
  expect(text).toContain("people_email");
});
