import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { citedPaths, citedScripts } from "./cited-paths";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const documents = ["README.md", "CONTRIBUTING.md"].filter((path) => existsSync(path));

test("there is a guide for contributors", () => {
  expect(documents).toContain("CONTRIBUTING.md");
});

test.each(documents)("every path that %s cites exists", (document) => {
  const cited = citedPaths(readFileSync(document, "utf8"));
  expect(cited.filter((path) => !existsSync(path))).toEqual([]);
  expect(cited.length).toBeGreaterThan(3);
});

test.each(documents)("every npm script that %s cites exists", (document) => {
  const cited = citedScripts(readFileSync(document, "utf8"));
  expect(cited.filter((name) => !(name in scripts))).toEqual([]);
});

test("a path is cited in code ticks or as a link, with or without a line; words, routes and patterns are not paths", () => {
  const text =
    "See `lib/core/` and [the map](lib/core/calendar.ts#L3), ![x](public/shot.png), `lib/{errors,format}.ts`, `db/client.ts:12`, " +
    "`/triage`, `@/lib/x`, `a/b`, `lib/commands/<verb>.ts`, `npm run check`, [web](https://x.test/lib/y).";
  expect(citedPaths(text)).toEqual([
    "lib/core/",
    "lib/errors.ts",
    "lib/format.ts",
    "db/client.ts",
    "lib/core/calendar.ts",
    "public/shot.png",
  ]);
  expect(citedScripts("`npm run check -- --unit`, `npm test`, npm start, npm ci")).toEqual(["check", "test", "start"]);
});
