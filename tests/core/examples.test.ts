import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compileFunction } from "node:vm";
import { expect, test } from "vitest";

const EXAMPLE = /@example (.+?) \/\/ → (.+?)(?: \*\/)?$/;
const files = readdirSync("lib/core", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();

const modules = await Promise.all(files.map((file) => import(pathToFileURL(`lib/core/${file}`).href)));
const everything = Object.assign({}, ...modules) as Record<string, unknown>;

const examples = files.flatMap((file, i) =>
  readFileSync(`lib/core/${file}`, "utf8")
    .split("\n")
    .flatMap((line) => {
      const match = EXAMPLE.exec(line);
      return match ? [{ file, module: modules[i], expression: match[1] as string, value: match[2] as string }] : [];
    }),
);

/** The value of an expression in which the names of its own module, then those of all of the core, stand for themselves. */
function evaluated(expression: string, module: Record<string, unknown>): unknown {
  const scope = { ...everything, ...module };
  return compileFunction(`return (${expression})`, Object.keys(scope))(...Object.values(scope));
}

test.each(examples)("$file: $expression", ({ expression, value, module, file }) => {
  let actual: unknown;
  try {
    actual = evaluated(expression, module);
  } catch (error) {
    // An example may speak of slices or a definition that a page would hold: those are read, not run.
    if (error instanceof ReferenceError) return;
    throw new Error(`${file}: ${expression} threw ${error}`);
  }
  expect(actual).toEqual(evaluated(value, {}));
});

test("most examples of the core can be run", () => {
  const ran = examples.filter(({ expression, module }) => {
    try {
      evaluated(expression, module);
      return true;
    } catch {
      return false;
    }
  });
  expect(ran.length).toBeGreaterThan(40);
  expect(ran.length / examples.length).toBeGreaterThan(0.6);
});
