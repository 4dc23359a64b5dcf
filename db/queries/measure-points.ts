import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { CompiledDefinition, CompiledMeasure } from "@/lib/core/health/compile-definition";

/** The points that a measure brings into the score of `run_scores s`, by the definition that scored it: null where it is left out
 * of the score, or no definition has it. For order and for sums; what is shown is rounded. */
export function measurePoints(definitions: readonly CompiledDefinition[], key: string): SQL {
  const cases = definitions.flatMap(({ measures }, d) => {
    const at = measures.findIndex((measure) => measure.key === key);
    const measure = measures[at];
    return measure ? [sql`when ${d}::int then ${givenBy(measure, sql`s.readings[${at + 1}::int]`)}`] : [];
  });
  return cases.length === 0 ? sql`null::float8` : sql`case s.definition::int ${sql.join(cases, sql` `)} end`;
}

function givenBy({ scoring, absent }: CompiledMeasure, x: SQL): SQL {
  const instead = Number.isNaN(absent) ? sql`null::float8` : sql`${absent}::float8`;
  const isAbsent = sql`${x} is null or ${x} in ('NaN', 'Infinity', '-Infinity')`;
  return sql`case when ${isAbsent} then ${instead} else ${pointsOf(scoring, x)} end`;
}

function pointsOf({ type, worst, best, xs, ys }: CompiledMeasure["scoring"], x: SQL): SQL {
  const number = (value: number | undefined) => sql`${value}::float8`;
  switch (type) {
    case "linear":
      return sql`100 * least(1, greatest(0, (${x} - ${number(worst)}) / ${number(best - worst)}))`;
    case "levels":
      return sql`(${`{${ys.join(",")}}`}::float8[])[${x}::int + 1]`;
    case "steps": {
      const later = [...xs.keys()].slice(1).reverse();
      const steps = later.map((k) => sql`when round(${x}::numeric, 6) >= ${xs[k]}::numeric then ${number(ys[k])}`);
      return steps.length === 0 ? number(ys[0]) : sql`case ${sql.join(steps, sql` `)} else ${number(ys[0])} end`;
    }
    case "curve": {
      const parts = [...xs.keys()].slice(1).map((k) => {
        const [x0, y0] = [xs[k - 1] as number, ys[k - 1] as number];
        const slope = ((ys[k] as number) - y0) / ((xs[k] as number) - x0);
        return sql`when ${x} < ${number(xs[k])} then ${number(y0)} + (${x} - ${number(x0)}) * ${number(slope)}`;
      });
      return sql`case when ${x} <= ${number(xs[0])} then ${number(ys[0])} ${sql.join(parts, sql` `)} else ${number(ys.at(-1))} end`;
    }
  }
}
