import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { measurePoints } from "@/db/queries/measure-points";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { pointsOf } from "@/lib/core/health/points";
import type { Scoring } from "@/lib/core/health/scoring";
import { templateOf } from "@/lib/core/templates/templates";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
}, 60_000);

const SCORINGS: Scoring[] = [
  { type: "linear", worst: 12, best: -3.5 },
  { type: "linear", worst: -25, best: 10 },
  {
    type: "curve",
    points: [
      [-25, 0],
      [-10, 35],
      [0, 70],
      [10, 100],
      [40, 20],
    ],
  },
  {
    type: "steps",
    steps: [
      { from: 0, points: 2 },
      { from: 2.5, points: 7 },
      { from: 10, points: -3 },
    ],
  },
  { type: "steps", steps: [{ from: 5, points: 4 }] },
  { type: "levels", levels: { low: 0, high: 10, declining: -5 } },
];
const NUMBERS = [-40, -25, -10, -3.5, 0, 0.1, 1, 2, 2.4999999, 2.5, 5, 9.99, 10, 12, 39.5, 40, 77];
const ABSENT = [Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

test.each(SCORINGS.map((scoring) => [scoring.type, scoring] as const))(
  "the database gives a reading the points that the score does: %s %j",
  async (type, scoring) => {
    const [base] = templateOf("default").model.definitions.default.measures;
    for (const missing of ["exclude", "neutral", "worst"] as const) {
      const measure = { ...base, key: "tried", weight: 1, missing, scoring } as never;
      const definition = {
        ...templateOf("default").model.definitions.default,
        measures: [measure],
        guardrails: [],
        watched: [],
        bands: [...DEFAULT_BANDS],
      };
      const compiled = compileDefinition(definition);
      const { absent, scoring: own } = compiled.measures[0] as (typeof compiled.measures)[number];
      const readings = [...(type === "levels" ? [0, 1, 2] : NUMBERS), ...ABSENT];
      const expected = readings.map((reading) => {
        const points = pointsOf(own, reading);
        const given = Number.isNaN(points) ? absent : points;
        return Number.isNaN(given) ? null : given;
      });
      const { rows } = await databaseOn(pool).execute<{ points: number | null }>(sql`
        select ${measurePoints([compiled], "tried")} as points
        from (select 0 as definition, array[x] as readings, n from unnest(${`{${readings.join(",")}}`}::float8[]) with ordinality u (x, n)) s
        order by n`);
      rows.forEach(({ points }, i) => {
        const due = expected[i] as number | null;
        if (due === null) expect(points).toBeNull();
        else expect(points).toBeCloseTo(due, 9);
      });
    }
  },
);

test("a measure that no definition has brings nothing", async () => {
  const { rows } = await databaseOn(pool).execute(sql`select ${measurePoints([], "csat")} as points`);
  expect(rows).toEqual([{ points: null }]);
});
