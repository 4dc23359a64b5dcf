/**
 * The score, the overlay and the divergence written afresh from the product's text, straight and slow, as a judge of the
 * kernel. It imports nothing of it.
 */
type Condition = { measure: string; level?: string; below?: number; above?: number };
export type Scoring =
  | { type: "linear"; worst: number; best: number }
  | { type: "curve"; points: [number, number][] }
  | { type: "steps"; steps: { from: number; points: number }[]; max?: number }
  | { type: "levels"; levels: Record<string, number>; max?: number };
export type Measure = { key: string; weight: number; scoring: Scoring; missing?: "exclude" | "neutral" | "worst" };
export type Tone = "green" | "yellow" | "red";
export type Band = { key: string; from: number; tone?: Tone };
export type Guardrail = { when: Condition[]; healthAtMost?: string; healthAtLeast?: string };
export type Policy = "qualitative_wins" | "worst_of" | "blend" | "advisory";
export type Request = {
  model: {
    measures: Measure[];
    bands?: Band[];
    coverageFloor?: number;
    guardrails?: Guardrail[];
    overlay?: {
      policy?: Policy;
      weight?: number;
      weights?: { champion: number; executive: number; outcome: number };
      divergenceMinGap?: number;
    };
  };
  readings: Record<string, number | string | null>;
  scorecard?: { champion: string; executive: string; outcome: string } | null;
};

const six = (x: number) => Number(x.toFixed(6));
const order: Tone[] = ["red", "yellow", "green"];

function pointsFor(scoring: Scoring, x: number | string): number {
  if (scoring.type === "linear") {
    const t = ((x as number) - scoring.worst) / (scoring.best - scoring.worst);
    return 100 * Math.min(1, Math.max(0, t));
  }
  if (scoring.type === "curve") {
    const before = scoring.points.filter(([at]) => at <= (x as number)).at(-1);
    const after = scoring.points.find(([at]) => at > (x as number));
    if (!before) return (after as [number, number])[1];
    if (!after) return before[1];
    const share = ((x as number) - before[0]) / (after[0] - before[0]);
    return before[1] * (1 - share) + after[1] * share;
  }
  if (scoring.type === "steps") {
    const reached = scoring.steps.filter((step) => six(x as number) >= six(step.from));
    const step = reached.at(-1) ?? scoring.steps[0];
    const most = scoring.max ?? Math.max(...scoring.steps.map((s) => s.points));
    return (100 * (step as { points: number }).points) / most;
  }
  const most = scoring.max ?? Math.max(...Object.values(scoring.levels));
  return (100 * (scoring.levels[x as string] as number)) / most;
}

function extremes(scoring: Scoring): [number, number] {
  if (scoring.type === "linear") return [0, 100];
  const inputs =
    scoring.type === "curve"
      ? scoring.points.map(([x]) => x)
      : scoring.type === "steps"
        ? scoring.steps.map((step) => step.from)
        : Object.keys(scoring.levels);
  const all = inputs.map((input) => pointsFor(scoring, input));
  return [Math.min(...all), Math.max(...all)];
}

const to100 = (x: number) => Math.min(100, Math.max(0, x));

/** What the answer must be, unrounded; undefined numbers are null. */
export function reference(request: Request) {
  const { measures } = request.model;
  const floor = request.model.coverageFloor ?? 0.7;
  const given = request.model.bands ?? [
    { key: "green", from: 75 },
    { key: "yellow", from: 50 },
    { key: "red", from: 0 },
  ];
  const bands = given.map((band, i) => {
    const byPlace: Tone = i === 0 ? "green" : i === given.length - 1 ? "red" : "yellow";
    return { ...band, tone: band.tone ?? byPlace };
  });
  const overlay = { policy: "qualitative_wins", weight: 0.5, divergenceMinGap: 15, ...request.model.overlay };
  const weights = request.model.overlay?.weights ?? { champion: 40, executive: 30, outcome: 30 };
  const readingOf = (key: string) => request.readings[key] ?? null;
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const bandFor = (value: number) => bands.filter((band) => six(value) >= band.from)[0] as (typeof bands)[number];

  // The score.
  const rows = measures.map((measure) => {
    const reading = readingOf(measure.key);
    const [worst, best] = extremes(measure.scoring);
    const missing = { exclude: null, neutral: 50, worst }[measure.missing ?? "exclude"];
    const points = reading === null ? missing : pointsFor(measure.scoring, reading);
    return { key: measure.key, weight: measure.weight, reading, points, worst, best };
  });
  const total = sum(rows.map((row) => row.weight));
  const counting = rows.filter((row) => row.points !== null);
  const countingWeight = sum(counting.map((row) => row.weight));
  const raw =
    counting.length === 0 ? null : sum(counting.map((row) => row.weight * (row.points as number))) / countingWeight;
  const score = raw === null ? null : to100(raw);
  const coverage = sum(rows.filter((row) => row.reading !== null).map((row) => row.weight)) / total;
  const end = (side: "worst" | "best") =>
    to100(sum(rows.map((row) => row.weight * (row.reading === null ? row[side] : (row.points as number)))) / total);
  const band = score !== null && six(coverage) >= six(floor) ? bandFor(score) : null;
  const contributions = rows.map((row) => (row.points === null ? 0 : (row.weight * row.points) / countingWeight));

  // The people.
  let people: { score: number; tone: Tone } | null = null;
  const card = request.scorecard ?? null;
  if (card) {
    const worth: Record<string, number> = { active: 100, defensible: 100, at_risk: 50, lapsed: 50, in_development: 50 };
    const asked = (["champion", "executive", "outcome"] as const).filter((question) => card[question] !== "n/a");
    const of = (question: (typeof asked)[number]) => worth[card[question]] ?? 0;
    const l = sum(asked.map((question) => weights[question] * of(question))) / sum(asked.map((q) => weights[q]));
    const zeros = asked.filter((question) => of(question) === 0).length;
    const others = asked.filter((question) => question !== "champion");
    let tone: Tone = "yellow";
    if (card.champion === "active" && zeros === 0 && six(l) >= 75) tone = "green";
    if (zeros >= 2 || (card.champion === "missing" && others.some((question) => of(question) < 100))) tone = "red";
    people = { score: l, tone };
  }

  // Health.
  const rangeOf = (tone: Tone): [number, number] => {
    let mine = bands.filter((other) => other.tone === tone);
    if (mine.length === 0) mine = bands.filter((other) => other.tone === "red");
    const bottom = Math.min(...mine.map((other) => other.from));
    const above = bands.filter((other) => other.from > Math.max(...mine.map((m) => m.from)));
    return [bottom, above.length === 0 ? 100 : Math.min(...above.map((other) => other.from)) - 0.1];
  };
  const hold = (value: number, tone: Tone) => Math.min(Math.max(value, rangeOf(tone)[0]), rangeOf(tone)[1]);
  let health = score;
  let healthBand: string | null = band?.key ?? null;
  let divergence: { sign: string; gap: number; tones: number; severe: boolean } | null = null;
  if (band === null || score === null) {
    if (people && overlay.policy !== "advisory") {
      health = people.score;
      healthBand = bandFor(hold(people.score, people.tone)).key;
    }
  } else {
    let value = score;
    if (people) {
      const blend = (1 - overlay.weight) * score + overlay.weight * people.score;
      const lower = order.indexOf(people.tone) < order.indexOf(band.tone) ? people.tone : band.tone;
      if (overlay.policy === "qualitative_wins") value = hold(blend, people.tone);
      if (overlay.policy === "worst_of") value = hold(blend, lower);
      if (overlay.policy === "blend") value = blend;
      const tones = order.indexOf(band.tone) - order.indexOf(people.tone);
      const gap = Math.abs(score - people.score);
      if (tones !== 0 && six(gap) >= six(overlay.divergenceMinGap))
        divergence = {
          sign: tones > 0 ? "hidden_risk" : "false_alarm",
          gap,
          tones: Math.abs(tones),
          severe: Math.abs(tones) === 2,
        };
    }
    const guardrails = request.model.guardrails ?? [];
    const bites = (guardrail: Guardrail) =>
      guardrail.when.every((condition) => {
        const reading = readingOf(condition.measure);
        if (reading === null) return false;
        if (condition.level !== undefined) return reading === condition.level;
        if (condition.below !== undefined) return six(reading as number) < six(condition.below);
        return six(reading as number) > six(condition.above as number);
      });
    for (const guardrail of guardrails.filter((g) => g.healthAtLeast !== undefined && bites(g)))
      value = Math.max(value, bands.find((b) => b.key === guardrail.healthAtLeast)?.from as number);
    for (const guardrail of guardrails.filter((g) => g.healthAtMost !== undefined && bites(g))) {
      const at = bands.findIndex((b) => b.key === guardrail.healthAtMost);
      value = Math.min(value, at === 0 ? 100 : (bands[at - 1]?.from as number) - 0.1);
    }
    health = to100(value);
    healthBand = bandFor(health).key;
  }
  return {
    raw,
    exact: score,
    band: band?.key ?? null,
    coverage,
    interval: [end("worst"), end("best")] as [number, number],
    contributions,
    qualitative: people,
    health: { score: health, band: healthBand },
    divergence,
  };
}
