"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Scoring } from "@/lib/core/health/scoring";
import { withCorner } from "@/lib/core/model-draft/edit-scoring";
import { NumberInput } from "./number-input";

interface Props {
  name: string;
  scoring: Exclude<Scoring, { type: "levels" }>;
  onChange: (scoring: Scoring) => void;
  /** What is wrong, by path in the scoring: "points.1". */
  refusal: (path: string) => string | undefined;
}

/** The numbers of a scoring function: what handles do by hand, for those who type. */
export function CornerFields({ name, scoring, onChange, refusal }: Props) {
  if (scoring.type === "linear")
    return (
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        {(["worst", "best"] as const).map((end) => (
          <span key={end} className="flex items-center gap-2">
            <span>{end === "worst" ? "0 points at" : "100 points at"}</span>
            <NumberInput
              className="w-24"
              label={`${name}: ${end === "worst" ? "0 points" : "100 points"} at`}
              value={scoring[end]}
              error={refusal(end)}
              onChange={(value) => onChange({ ...scoring, [end]: value })}
            />
          </span>
        ))}
      </div>
    );
  const corners =
    scoring.type === "curve"
      ? scoring.points
      : scoring.steps.map(({ from, points }): [number, number] => [from, points]);
  const write = (next: [number, number][]) =>
    onChange(
      scoring.type === "curve"
        ? { ...scoring, points: next }
        : { ...scoring, steps: next.map(([from, points]) => ({ from, points })) },
    );
  const set = (at: number, part: 0 | 1, value: number) =>
    write(corners.map((corner, i) => (i === at ? (part === 0 ? [value, corner[1]] : [corner[0], value]) : corner)));
  const field = scoring.type === "curve" ? "points" : "steps";
  return (
    <div className="flex flex-col items-start gap-2">
      <ul className="flex flex-col gap-1">
        {corners.map(([x, y], i) => (
          <li key={`corner ${String(i)}`} className="flex items-start gap-2">
            <span className="pt-1.5">{scoring.type === "curve" ? "at" : "from"}</span>
            <NumberInput
              className="w-24"
              label={`${name}: reading of corner ${i + 1}`}
              value={x}
              error={refusal(`${field}.${i}`) ?? refusal(`${field}.${i}.0`) ?? refusal(`${field}.${i}.from`)}
              onChange={(value) => set(i, 0, value)}
            />
            <span className="pt-1.5">→</span>
            <NumberInput
              className="w-20"
              label={`${name}: points of corner ${i + 1}`}
              value={y}
              error={refusal(`${field}.${i}.1`) ?? refusal(`${field}.${i}.points`)}
              onChange={(value) => set(i, 1, value)}
            />
            <span className="pt-1.5">points</span>
            {corners.length > 1 && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`${name}: remove corner ${i + 1}`}
                onClick={() => write(corners.filter((_, at) => at !== i))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button size="sm" onClick={() => write(withCorner(corners))}>
        <Plus aria-hidden className="size-3.5" />
        {scoring.type === "curve" ? "Add a corner" : "Add a step"}
      </Button>
      {refusal("") && <p className="font-medium text-xs">{refusal("")}</p>}
    </div>
  );
}
