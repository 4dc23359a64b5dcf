import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compileFunction } from "node:vm";
import { expect, test } from "vitest";
import { Definition } from "@/lib/core/health/model";
import { AS_OF, handSlices } from "./hand-slices";

// What docstrings call `slices`: one account, a day in its life.
const slices = handSlices([
  {
    customerSince: AS_OF - 500,
    columns: {
      seats: 100,
      active_champions: 1,
      tickets_opened: { 0: 9, 90: 4 },
      active_users: { 0: 1850, 28: 1000 },
      active_users_days: { 0: 48, 28: 28 },
      csat_n: { 0: 4, 90: 0 },
      csat_sum: { 0: 17, 90: 0 },
      last_two_way_day: AS_OF - 31,
    },
    metrics: {
      headcount: { 0: { value: 220, day: AS_OF - 20, n: 2, sum: 420 } },
      api_calls: { 0: { value: 9, day: AS_OF, n: 14, sum: 160 }, 28: { value: 4, day: AS_OF - 28, n: 10, sum: 100 } },
    },
  },
]);
const linear = { type: "linear", worst: 0, best: 1 };
const definition = Definition.parse({
  measures: ["licence_utilisation", "active_user_trend"].map((key) => ({ key, weight: 1, scoring: linear })),
});
const asked = () => ({ readings: Float64Array.of(-30), levels: null });

const folder = "lib/core/measures";
const files = readdirSync(folder).sort();
const modules = await Promise.all(files.map((file) => import(pathToFileURL(`${folder}/${file}`).href)));
const scope: Record<string, unknown> = Object.assign({}, ...modules, { slices, definition, asked });
const evaluated = (expression: string) =>
  compileFunction(`return (${expression})`, Object.keys(scope))(...Object.values(scope));

const examples = files.flatMap((file) =>
  [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/@example (.+?) \/\/ → (.+?)(?: \*\/)?$/gm)].map(
    ([, expression, value]) => ({ file, expression: expression as string, value: value as string }),
  ),
);

test.each(examples)("$file: $expression is $value", ({ expression, value }) => {
  expect(evaluated(expression)).toEqual(evaluated(value));
});

test("the measures have examples", () => {
  expect(examples.length).toBeGreaterThan(20);
});
