import type { CompiledMeasure } from "./compile-definition";
import { guardrailHolds } from "./guardrail";
import { neededScore } from "./needed-score";
import { standOf } from "./reach-answers";
import { type Piece, piecesOf, valueAt } from "./reach-pieces";
import type { ReachAccount, ReachOption, ReachStep } from "./reach-step";
import { scoreEncoded } from "./score";

/** The cheapest point of every piece, and of every two pieces of two measures, at which the score is high enough. */
export function readingOptions(account: ReachAccount, target: number): ReachOption[] {
  const { compiled, readings } = account;
  const movable = compiled.measures.flatMap((measure, column) => {
    const isCalendar = compiled.definition.measures[column]?.calendar === true;
    if (isCalendar || !Number.isFinite(readings[column])) return [];
    return [
      {
        ...measure,
        column,
        from: readings[column] as number,
        pieces: piecesOf(compiled, column, readings[column] as number),
      },
    ];
  });
  const score = scoreEncoded(compiled, readings);
  const counting = score.contributions.reduce((sum, { points, weight }) => (points === null ? sum : sum + weight), 0);
  const sum = (score.raw as number) * counting;
  const needs = needing(account, target, counting);
  const singles = movable.flatMap((one) =>
    one.pieces.flatMap((piece): ReachOption[] => {
      const needed = needs([{ column: one.column, piece }]);
      if (needed === null) return [];
      const rest = sum - one.weight * pointsNow(score, one.column);
      const found = cheapest(one.weight, piece, needed - rest);
      return found ? [{ share: found.share, steps: [stepOf(one, found)] }] : [];
    }),
  );
  const most = Math.min(...singles.map(({ share }) => share));
  const pairs = movable.flatMap((one, i) =>
    movable.slice(i + 1).flatMap((other) => {
      const rest = sum - one.weight * pointsNow(score, one.column) - other.weight * pointsNow(score, other.column);
      return pairOptions(one, other, rest, most, needs);
    }),
  );
  return [...singles, ...pairs];
}

type Movable = CompiledMeasure & { column: number; from: number; pieces: Piece[] };
type At = { to: number; share: number };
type Needs = (moved: ReadonlyArray<{ column: number; piece: Piece }>) => number | null;

function pointsNow({ contributions }: { contributions: readonly { points: number | null }[] }, column: number): number {
  return contributions[column]?.points ?? 0;
}

function stepOf({ key, column, from }: Movable, { to, share }: At): ReachStep {
  return { kind: "reading", key, column, from, to, share };
}

/** The sum of weighted points that is needed once some measures stand in some pieces; remembered by the guardrails that hold. */
function needing(account: ReachAccount, target: number, counting: number): Needs {
  const { compiled, readings } = account;
  const columns = Array.from(readings, (reading) => Float64Array.of(reading));
  const known = new Map<string, number | null>();
  return (moved) => {
    const holds = compiled.guardrails.map((guardrail, g) => {
      const others = guardrail.when.filter(({ column }) => !moved.some((one) => one.column === column));
      return moved.every(({ piece }) => piece.holds[g]) && guardrailHolds({ ...guardrail, when: others }, columns, 0);
    });
    const key = holds.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const score = neededScore(compiled, standOf(account, holds), target);
    const needed = score === null ? null : score === 0 ? Number.NEGATIVE_INFINITY : score * counting;
    known.set(key, needed);
    return needed;
  };
}

/** Where in a piece so many weighted points are reached first; null where they are not. */
function cheapest(weight: number, piece: Piece, needed: number): At | null {
  const points = needed / weight;
  if (piece.nearPoints >= points) return { to: piece.near, share: piece.nearShare };
  if (piece.farPoints < points - 1e-9) return null;
  const to = valueAt(piece, Math.min(points, piece.farPoints));
  const part = piece.far === piece.near ? 0 : (to - piece.near) / (piece.far - piece.near);
  return { to, share: piece.nearShare + part * (piece.farShare - piece.nearShare) };
}

/** In each two pieces both begin at their near ends; what is lacking is then taken first where it costs least. */
function pairOptions(one: Movable, other: Movable, rest: number, most: number, needs: Needs): ReachOption[] {
  const options: ReachOption[] = [];
  for (const a of one.pieces)
    for (const b of other.pieces) {
      if (a.nearShare + b.nearShare >= most) continue;
      const needed = needs([
        { column: one.column, piece: a },
        { column: other.column, piece: b },
      ]);
      if (needed === null) continue;
      const lacking = needed - rest;
      for (const isFirst of [true, false]) {
        const [x, y] = isFirst ? [a, b] : [b, a];
        const [wx, wy] = isFirst ? [one.weight, other.weight] : [other.weight, one.weight];
        const first = cheapest(wx, x, lacking - wy * y.nearPoints) ?? bestEnd(x);
        const second = cheapest(wy, y, lacking - wx * pointsIn(x, first.to));
        if (!second) continue;
        const [at, beside] = isFirst ? [first, second] : [second, first];
        options.push({ share: at.share + beside.share, steps: [stepOf(one, at), stepOf(other, beside)] });
      }
    }
  return options.filter(({ steps }) => steps.every((step) => step.kind === "reading" && step.to !== step.from));
}

function bestEnd({ near, far, nearPoints, farPoints, nearShare, farShare }: Piece): At {
  return farPoints > nearPoints ? { to: far, share: farShare } : { to: near, share: nearShare };
}

function pointsIn({ near, far, nearPoints, farPoints }: Piece, x: number): number {
  return far === near ? nearPoints : nearPoints + ((x - near) / (far - near)) * (farPoints - nearPoints);
}
