"use client";
import { ChevronDown, ChevronRight, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Measure } from "@/lib/core/health/model";
import { directionWords, measureName, sourceWords } from "@/lib/core/model-draft/measure-name";
import { numberText, scoringWords, unitOf } from "@/lib/core/model-draft/scoring-words";
import { percentText } from "@/lib/format";
import { useDraftEdit } from "./draft-context";
import { MeasureEditor } from "./measure-editor";
import { NumberInput } from "./number-input";
import { ScoringSketch } from "./scoring-sketch";
import { Slider } from "./slider";

interface Props {
  measure: Measure;
  at: number;
  total: number;
  isOpen: boolean;
  onToggle: () => void;
}

/** A measure of a draft: weight as a number and a slider, what earns points drawn small; opens to its editor. */
export function MeasureRow({ measure, at, total, isOpen, onToggle }: Props) {
  const { definition, change, facts, refusal } = useDraftEdit();
  const name = measureName(measure);
  const path = `measures.${at}`;
  const spread = facts?.spreads[measure.key];
  const all = spread ? spread.n + spread.missing + spread.none : 0;
  const write = (next: Measure | null, tag?: string) => {
    const measures = next
      ? definition.measures.map((old, i) => (i === at ? next : old))
      : definition.measures.filter((_, i) => i !== at);
    change({ ...definition, measures }, tag && `measure ${at} ${tag}`);
  };
  const weigh = (weight: number) => write({ ...measure, weight }, "weight");
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className="border-b">
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-2 py-2 md:grid-cols-[auto_minmax(0,1fr)_12rem_auto] xl:grid-cols-[auto_minmax(0,1fr)_16rem_auto]">
        <Button variant="ghost" size="icon" aria-expanded={isOpen} aria-label={`Edit ${name}`} onClick={onToggle}>
          <Chevron aria-hidden className="size-4" />
        </Button>
        <div className="min-w-0">
          <p className="font-medium">{name}</p>
          <p className="text-muted-foreground text-xs">
            {sourceWords(measure.key)} · {directionWords(measure.scoring)}
            {all > 0 && ` · data for ${percentText((all - (spread?.missing ?? 0)) / all)}`}
          </p>
          <p className="flex items-center gap-2 pt-1 text-xs max-md:hidden">
            <ScoringSketch scoring={measure.scoring} />
            <span className="min-w-0 max-xl:sr-only">{scoringWords(measure.scoring, unitOf(measure.key))}</span>
          </p>
          {refusal(path) && <p className="font-medium text-xs">{refusal(path)}</p>}
          {refusal(`${path}.key`) && <p className="font-medium text-xs">{refusal(`${path}.key`)}</p>}
        </div>
        <div className="flex items-start gap-2 max-md:order-last max-md:col-span-3 max-md:pl-10">
          <NumberInput
            className="w-20"
            label={`Weight of ${name}`}
            min={0}
            step={1}
            value={measure.weight}
            error={refusal(`${path}.weight`)}
            onChange={weigh}
          />
          <span className="flex flex-1 flex-col">
            <Slider
              label={`Weight of ${name}`}
              className="w-full"
              min={1}
              max={Math.max(60, measure.weight)}
              step={1}
              value={measure.weight}
              onChange={weigh}
            />
            <span className="text-muted-foreground text-xs">
              {total > 0 ? `${numberText(Math.round((1000 * measure.weight) / total) / 10)}% of the score` : ""}
            </span>
          </span>
        </div>
        <Button variant="ghost" size="icon" aria-label={`Remove ${name}`} onClick={() => write(null)}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {isOpen && <MeasureEditor measure={measure} path={path} onChange={write} />}
    </li>
  );
}
