import type { CompiledDefinition, CompiledMeasure } from "./compile-definition";
import { compares } from "./condition";
import { linearPoints, pointsOf } from "./points";
import { roundSix } from "./rounding";

/** A stretch of one measure's readings in which its points run straight and no guardrail changes, walked away from the reading
 * there is: from the near end to the far one (alike where it is a single value). `share` is the way from the reading, as a
 * part of the measure's span; `holds` says of each guardrail whether its conditions on this measure hold. */
export type Piece = {
  near: number;
  far: number;
  nearPoints: number;
  farPoints: number;
  nearShare: number;
  farShare: number;
  holds: boolean[];
};

/** Half the grain at which readings are compared with bounds: just beside one. */
const BESIDE = 1e-6;

/** The pieces of a measure from a reading that is there: every value that its function, or a guardrail, tells apart. The span is
 * from the function's first corner to its last (worst to best); levels are one part of the span apart, by their points. */
export function piecesOf(compiled: CompiledDefinition, column: number, reading: number): Piece[] {
  const measure = compiled.measures[column] as CompiledMeasure;
  const { scoring } = measure;
  const at = (x: number) => pointsOf(scoring, x);
  const holdsAt = (x: number) =>
    compiled.guardrails.map(({ when }) =>
      when.every((c) => c.column !== column || compares(c.operator, roundSix(x), c.bound)),
    );
  if (scoring.levels) {
    const order = [...scoring.ys.keys()].sort((a, b) => (scoring.ys[a] as number) - (scoring.ys[b] as number) || a - b);
    const span = Math.max(1, order.length - 1);
    return order.map((level, place) => {
      const share = Math.abs(place - order.indexOf(reading)) / span;
      const [points, holds] = [at(level), holdsAt(level)];
      return {
        near: level,
        far: level,
        nearPoints: points,
        farPoints: points,
        nearShare: share,
        farShare: share,
        holds,
      };
    });
  }
  const corners = cornersOf(measure);
  const span = spanOf(corners);
  const bounds = compiled.guardrails.flatMap(({ when }) =>
    when.flatMap((condition) => (condition.column === column ? [condition.bound] : [])),
  );
  if (scoring.type === "steps") bounds.push(...corners);
  const marks = [...new Set([reading, ...corners, ...bounds.flatMap((b) => [b - BESIDE, b, b + BESIDE])])].sort(
    (a, b) => a - b,
  );
  const single = (x: number): Piece => {
    const share = Math.abs(x - reading) / span;
    return {
      near: x,
      far: x,
      nearPoints: at(x),
      farPoints: at(x),
      nearShare: share,
      farShare: share,
      holds: holdsAt(x),
    };
  };
  if (scoring.type === "steps") return marks.map(single);
  const stretches = marks.slice(1).flatMap((high, i): Piece[] => {
    const low = marks[i] as number;
    if (high - low <= 2 * BESIDE) return [];
    const [near, far] = high <= reading ? [high, low] : [low, high];
    return [
      {
        ...{ near, far, nearPoints: at(near), farPoints: at(far), holds: holdsAt((low + high) / 2) },
        ...{ nearShare: Math.abs(near - reading) / span, farShare: Math.abs(far - reading) / span },
      },
    ];
  });
  return [...marks.map(single), ...stretches];
}

function cornersOf({ scoring }: CompiledMeasure): number[] {
  return scoring.type === "linear" ? [scoring.worst, scoring.best] : [...scoring.xs];
}

function spanOf(corners: readonly number[]): number {
  const span = Math.max(...corners) - Math.min(...corners);
  return span > 0 ? span : 1;
}

/** The value of a piece at which its points reach so many; its near end where that is enough already. */
export function valueAt({ near, far, nearPoints, farPoints }: Piece, points: number): number {
  if (nearPoints >= points || farPoints === nearPoints) return near;
  return near + ((far - near) * linearPoints(nearPoints, farPoints, points)) / 100;
}
