import { expect, it } from "vitest";
import { operationsByTag } from "@/app/(app)/developers/prepare";
import { batchOperations } from "@/lib/api/batches";
import { OPERATIONS } from "@/lib/api/operations";

const shown = operationsByTag("http://x.test").flatMap(({ operations }) => operations);

it("the reference tells of every operation: its scope, fields and a line to try it", () => {
  expect(shown.map(({ id }) => id).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
  for (const { curl, path, scope, answer, body, method } of shown) {
    expect(curl).toContain(`http://x.test/api/v1${path.split("{")[0]}`);
    expect(["read", "write", "admin"]).toContain(scope);
    expect(answer.length).toBeGreaterThan(0);
    if (method !== "GET" && !path.startsWith("/imports")) expect(body.length).toBeGreaterThan(0);
  }
});

it("the lines to try have bodies that their operations read", () => {
  for (const { body, example } of OPERATIONS) {
    if (body && example) expect(body.safeParse(example).success).toBe(true);
  }
  for (const { row, example } of batchOperations) {
    for (const each of example.rows) expect(row.safeParse(each).error).toBe(undefined);
  }
});
