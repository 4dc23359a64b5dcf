import { stripVTControlCharacters } from "node:util";

const MOST_LINES = 12;

/** What vitest's JSON report says failed: one text a test, or a file that could not be read, with the first lines of why. */
export function unitFailures({ testResults }) {
  return testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return [told(name, [message])];
      return failed.map(({ fullName, failureMessages }) => told(`${name}: ${fullName}`, failureMessages));
    });
}

/** What Playwright's JSON report says failed, likewise; a flow that passed at its second try is named too. */
export function flowFailures({ suites = [], errors = [] }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return [
    ...errors.map(({ message }) => told("browser flows", [message])),
    ...suites.flatMap(specs).flatMap(({ ok, file, title, tests }) => {
      const messages = tests
        .flatMap(({ results }) => results)
        .flatMap(({ errors }) => errors.map(({ message }) => message));
      if (messages.length === 0) return [];
      return [told(`${file}: ${title}${ok ? " (passed at the second try)" : ""}`, messages)];
    }),
  ];
}

function told(name, messages) {
  const plain = stripVTControlCharacters(messages.join("\n"));
  const lines = plain.split("\n").filter((line) => line.trim() !== "" && !line.includes("/node_modules/"));
  return [`✘ ${name}`, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join("\n");
}
