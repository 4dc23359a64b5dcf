"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Scoring } from "@/lib/core/health/scoring";
import type { Spread } from "@/lib/core/model-draft/histogram";
import { countText } from "@/lib/format";
import { NumberInput } from "./number-input";

interface Props {
  name: string;
  scoring: Extract<Scoring, { type: "levels" }>;
  spread: Extract<Spread, { kind: "levels" }> | null;
  /** Levels may be added and removed: they are the model's own, or texts of an attribute. */
  isOpen: boolean;
  onChange: (scoring: Scoring) => void;
  refusal: (path: string) => string | undefined;
}

/** What each level is worth, with how many accounts stand at it. */
export function LevelFields({ name, scoring, spread, isOpen, onChange, refusal }: Props) {
  const [added, setAdded] = useState("");
  const most = Math.max(1, ...(spread?.levels.map(({ count }) => count) ?? []));
  const key = added.trim().toLowerCase().replaceAll(" ", "_");
  const add = () => {
    onChange({ ...scoring, levels: { ...scoring.levels, [key]: 0 } });
    setAdded("");
  };
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-1">
        {Object.entries(scoring.levels).map(([level, points]) => {
          const count = spread?.levels.find((found) => found.name === level)?.count;
          return (
            <li key={level} className="flex flex-wrap items-start gap-x-2 gap-y-1">
              <span className="w-32 pt-1.5">{level.replaceAll("_", " ")}</span>
              <NumberInput
                className="w-20"
                label={`${name}: points of ${level.replaceAll("_", " ")}`}
                value={points}
                error={refusal(`levels.${level}`)}
                onChange={(value) => onChange({ ...scoring, levels: { ...scoring.levels, [level]: value } })}
              />
              <span className="pt-1.5">points</span>
              {count !== undefined && (
                <span className="flex items-center gap-2 pt-1.5 text-muted-foreground text-xs">
                  <span aria-hidden className="block h-2 w-24">
                    <span
                      className="block h-2 rounded-badge bg-muted-foreground/50"
                      style={{ width: `${(100 * count) / most}%` }}
                    />
                  </span>
                  {countText(count)} accounts
                </span>
              )}
              {isOpen && Object.keys(scoring.levels).length > 1 && (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={`${name}: remove the level ${level.replaceAll("_", " ")}`}
                  onClick={() => {
                    const { [level]: _, ...levels } = scoring.levels;
                    onChange({ ...scoring, levels });
                  }}
                >
                  Remove
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {isOpen && (
        <div className="flex items-center gap-2">
          <Input
            aria-label={`${name}: name of another level`}
            placeholder="another level"
            className="max-w-40"
            maxLength={100}
            value={added}
            onChange={({ target }) => setAdded(target.value)}
          />
          <Button size="sm" disabled={!key || Object.hasOwn(scoring.levels, key)} onClick={add}>
            Add the level
          </Button>
        </div>
      )}
      {refusal("") && <p className="font-medium text-xs">{refusal("")}</p>}
      {refusal("max") && <p className="font-medium text-xs">{refusal("max")}</p>}
    </div>
  );
}
