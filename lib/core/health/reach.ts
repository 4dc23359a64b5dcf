import { type Answers, CHAMPION, cappedAnswers, EXECUTIVE, OUTCOME, qualitativeOf } from "@/lib/core/scorecard/answers";
import { SETTLE_DAYS } from "@/lib/core/scorecard/divergence";
import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import type { Stand } from "@/lib/core/what-if/frame-columns";
import { toneRank } from "./band";
import type { Band } from "./bands";
import type { CompiledDefinition, CompiledMeasure } from "./compile-definition";
import { guardrailHolds } from "./guardrail";
import { CARD } from "./health-columns";
import { neededScore } from "./needed-score";
import { type Piece, piecesOf, valueAt } from "./reach-pieces";
import { scoreEncoded } from "./score";

export type Question = "champion" | "executive" | "outcome";
/** One thing to change: a measure's reading (encoded), or an answer. `share` is how far that is, as a part of its span. */
export type ReachStep =
  | { kind: "reading"; key: string; column: number; from: number; to: number; share: number }
  | { kind: "answer"; question: Question | null; from: string; to: string; share: number };
export type Reach =
  | { kind: "way"; band: Band; steps: ReachStep[]; share: number; health: number }
  /** It is in the best band, has no band for want of data, or no one or two changes lift it. */
  | { kind: "best" | "insufficient" | "none" };

type Account = { compiled: CompiledDefinition; readings: Float64Array; card: Card | null };
type Option = { steps: ReachStep[]; share: number };

const ANSWERS = { champion: CHAMPION, executive: EXECUTIVE, outcome: OUTCOME } as const;
/** Doublings of the least push with which the arithmetic's last digit is overcome. */
const PUSHES = 40;

/** The shortest way of an account to its next better band: the smallest change of one reading or one answer, or of two readings
 * where that is smaller, as a share of the span from a measure's worst to its best (an answer's: from worst to best in two
 * halves; of two readings the sum). Found in the straight pieces of the scoring functions, with guardrails, overlay and hold,
 * and tried on the kernel. Only readings that are there move, and none that moves by date alone. */
export function shortestWay(
  compiled: CompiledDefinition,
  readings: Float64Array,
  given: Card | "exempt" | null,
): Reach {
  const card = given === "exempt" ? null : given;
  const now = bandOf({ compiled, readings, card });
  if (now.scored.band === null || now.band < 0) return { kind: "insufficient" };
  if (now.band === 0) return { kind: "best" };
  const account = { compiled, readings, card };
  const target = now.band - 1;
  const options = [...answerOptions(account), ...readingOptions(account, target)].sort(
    (a, b) => a.share - b.share || a.steps.length - b.steps.length,
  );
  for (const option of options) {
    const reached = tried(account, option, target);
    if (reached) return { kind: "way", band: compiled.bands.bands[target] as Band, ...reached };
  }
  return { kind: "none" };
}

function bandOf({ compiled, readings, card }: Account) {
  const scored = scoreEncoded(compiled, readings);
  const health = healthOf(compiled, scored, card);
  return { scored, health: health.score, band: health.band ? compiled.bands.bands.indexOf(health.band) : -1 };
}

/** An option on the kernel: pushed on by as little as its last digit needs, or null where it does not lead there. */
function tried(account: Account, { steps, share }: Option, target: number) {
  for (let push = 0; push <= PUSHES; push++) {
    const pushed = steps.map((step) => (step.kind === "reading" ? pushedStep(account, step, push) : step));
    const { band, health } = bandOf(applied(account, pushed));
    if (band >= 0 && band <= target) return { steps: pushed, share, health: health as number };
    if (steps.every(({ kind }) => kind === "answer")) return null;
  }
  return null;
}

function pushedStep({ compiled }: Account, step: Extract<ReachStep, { kind: "reading" }>, push: number): ReachStep {
  const isLevel = compiled.measures[step.column]?.scoring.levels;
  if (push === 0 || isLevel || step.to === step.from) return step;
  const least = Math.max(1, Math.abs(step.to)) * Number.EPSILON;
  return { ...step, to: step.to + Math.sign(step.to - step.from) * least * 2 ** (push - 1) };
}

/** An account with steps taken. An answer given anew is in force, and its lift, if it is one, waits for its review. */
export function applied(account: Account, steps: readonly ReachStep[]): Account {
  const readings = Float64Array.from(account.readings);
  let card = account.card;
  for (const step of steps) {
    if (step.kind === "reading") readings[step.column] = step.to;
    else if (card)
      card = {
        ...card,
        answers: step.question ? { ...card.answers, [step.question]: step.to } : card.answers,
        ...{ standing: "in_force", liftWaitsDays: 0 },
      };
  }
  return { ...account, readings, card };
}

/** Every better answer to each question, and, of an expired card, the same answers given again. */
function answerOptions({ card }: Account): Option[] {
  if (!card) return [];
  const better = (Object.keys(ANSWERS) as Question[]).flatMap((question): Option[] => {
    const answers: readonly string[] = ANSWERS[question];
    const from = card.answers[question];
    const place = answers.indexOf(from);
    return answers.slice(0, Math.max(0, place)).map((to, i) => {
      const share = (place - i) / (answers.length - 1);
      return { share, steps: [{ kind: "answer", question, from, to, share }] };
    });
  });
  const again: Option = {
    share: 0,
    steps: [{ kind: "answer", question: null, from: "expired", to: "in force", share: 0 }],
  };
  return card.standing === "expired" ? [again, ...better] : better;
}

function standOf({ compiled, card }: Account, holds: boolean[]): Stand {
  if (!card) return { people: 0, rank: 0, standing: CARD.NONE, holds };
  const answers: Answers = cappedAnswers(card.answers, card.championEnded ?? false);
  const people = qualitativeOf(compiled.overlay.weights, answers);
  const waits = card.liftWaitsDays ?? null;
  const inForce = waits === null ? CARD.IN_FORCE : waits > SETTLE_DAYS ? CARD.LIFT_OVERDUE : CARD.LIFT_WAITS;
  const standing = card.standing === "expired" ? CARD.EXPIRED : inForce;
  return { people: people.score, rank: toneRank(people.tone), standing, holds };
}

/** The cheapest point of every piece, and of every two pieces of two measures, at which the score is high enough. */
function readingOptions(account: Account, target: number): Option[] {
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
    one.pieces.flatMap((piece): Option[] => {
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
function needing(account: Account, target: number, counting: number): Needs {
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
function pairOptions(one: Movable, other: Movable, rest: number, most: number, needs: Needs): Option[] {
  const options: Option[] = [];
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
