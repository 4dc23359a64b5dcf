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

/** What Playwright's JSON report says failed, likewise. */
export function flowFailures({ suites = [], errors = [] }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failed = suites.flatMap(specs).filter(({ ok }) => !ok);
  const messagesOf = ({ tests }) =>
    tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors.map(({ message }) => message));
  return [
    ...errors.map(({ message }) => told("browser flows", [message])),
    ...failed.map((spec) => told(`${spec.file}: ${spec.title}`, messagesOf(spec))),
  ];
}

function told(name, messages) {
  const plain = stripVTControlCharacters(messages.join("\n"));
  const lines = plain.split("\n").filter((line) => line.trim() !== "" && !line.includes("/node_modules/"));
  return [`✘ ${name}`, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join("\n");
}
