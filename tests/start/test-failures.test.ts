import { expect, test } from "vitest";
import { flowFailures, unitFailures } from "@/lib/start/test-failures.mjs";

const RED = "\u001b[31m";

test("a failed test is named with its file and the first lines of why, without colours and libraries", () => {
  const why = `${RED}AssertionError: expected 1 to be 2\n\n    at tests/a.test.ts:3:1\n    at /x/node_modules/vitest/run.js:1:1`;
  const failed = { status: "failed", fullName: "one is two", failureMessages: [why] };
  const passed = { status: "passed", fullName: "one is one", failureMessages: [] };
  const report = {
    testResults: [
      { name: "tests/a.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
      { name: "tests/b.test.ts", status: "passed", message: "", assertionResults: [passed] },
      { name: "tests/c.test.ts", status: "failed", message: "Cannot find module x", assertionResults: [] },
    ],
  };
  expect(unitFailures(report)).toEqual([
    "✘ tests/a.test.ts: one is two\n    AssertionError: expected 1 to be 2\n        at tests/a.test.ts:3:1",
    "✘ tests/c.test.ts\n    Cannot find module x",
  ]);
});

test("a failed flow is named, also one inside a group, and what no flow can be blamed for", () => {
  const flow = (title: string, ok: boolean, ...messages: string[]) => ({
    file: "a.spec.ts",
    title,
    ok,
    tests: [{ results: [{ errors: messages.map((message) => ({ message })) }] }],
  });
  const inside = { specs: [flow("falls", false, `${RED}late`), flow("stands too", true)] };
  const report = {
    suites: [{ specs: [flow("stands", true)], suites: [inside] }],
    errors: [{ message: "No tests found" }],
  };
  expect(flowFailures(report)).toEqual(["✘ browser flows\n    No tests found", "✘ a.spec.ts: falls\n    late"]);
});
