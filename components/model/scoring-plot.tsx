"use client";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Scoring } from "@/lib/core/health/scoring";
import { readingText } from "@/lib/core/measures/words";
import type { Spread } from "@/lib/core/model-draft/histogram";
import { grainOf, moveCorner } from "@/lib/core/model-draft/move-corner";
import { numberText, unitOf } from "@/lib/core/model-draft/scoring-words";
import { HistogramBars } from "./histogram-bars";
import { prepareSketch } from "./prepare-sketch";
import { cornersOf, scaleOf, spanOfScoring } from "./scoring-corners";

interface Props {
  measure: { key: string; name: string };
  scoring: Exclude<Scoring, { type: "levels" }>;
  spread: Extract<Spread, { kind: "numbers" }> | null;
  onChange: (scoring: Scoring) => void;
  onDragging: (isDragging: boolean) => void;
}

const [WIDTH, HEIGHT, TOP, LEFT] = [480, 132, 10, 14];
const STEPS: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** A scoring function over the histogram of your values. Handles are dragged, or moved by arrow keys (Shift: ten at a time). */
export function ScoringPlot({ measure, scoring, spread, onChange, onDragging }: Props) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const [held, setHeld] = useState<{ corner: number; span: { from: number; to: number } } | null>(null);
  // While a handle is dragged the axis stands still.
  const span = held?.span ?? spanOfScoring(scoring, spread && spread.n > 0 ? spread : null);
  const grain = grainOf(span.to - span.from);
  const scale = scaleOf(scoring);
  const { line } = prepareSketch(scoring, span);
  const at = ([x, y]: readonly [number, number]) => [LEFT + x * WIDTH, TOP + y * HEIGHT] as const;
  const share = (reading: number) => (reading - span.from) / (span.to - span.from);
  const words = (reading: number) => readingText({ unit: unitOf(measure.key) }, reading);
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!held || !box) return;
    const perPixel = (WIDTH + 2 * LEFT) / box.width;
    const x = ((event.clientX - box.left) * perPixel - LEFT) / WIDTH;
    const y = 1 - ((event.clientY - box.top) * perPixel - TOP) / HEIGHT;
    const to = { x: span.from + x * (span.to - span.from), y: Math.max(0, Math.min(1, y)) * scale };
    onChange(moveCorner(scoring, held.corner, to, grain));
  };
  const release = () => {
    setHeld(null);
    onDragging(false);
  };
  const press = (event: KeyboardEvent, corner: number, [x, y]: readonly [number, number]) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    onChange(moveCorner(scoring, corner, { x: x + step[0] * grain * times, y: y + step[1] * times }, grain));
  };
  const box = { width: WIDTH + 2 * LEFT, height: HEIGHT + TOP + 22 };
  return (
    <fieldset
      ref={frame}
      className="relative w-full max-w-2xl touch-none select-none"
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <legend className="sr-only">Scoring of {measure.name} over your values</legend>
      <svg aria-hidden viewBox={`0 0 ${box.width} ${box.height}`} className="block w-full">
        {spread && (
          <HistogramBars spread={spread} x={(reading) => at([share(reading), 0])[0]} top={TOP} height={HEIGHT} />
        )}
        <line x1={LEFT} x2={LEFT + WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} className="stroke-input" />
        <polyline
          points={line.map((point) => at(point).join(",")).join(" ")}
          fill="none"
          strokeWidth={2}
          className="stroke-primary"
        />
        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
          <text
            key={tick}
            x={LEFT + tick * WIDTH}
            y={TOP + HEIGHT + 16}
            textAnchor={tick === 0 ? "start" : tick === 1 ? "end" : "middle"}
            className="fill-muted-foreground text-[11px]"
          >
            {words(Math.round((span.from + tick * (span.to - span.from)) / grain) * grain)}
          </text>
        ))}
      </svg>
      {cornersOf(scoring).map((corner, i) => {
        const [x, y] = at([share(corner[0]), 1 - Math.max(0, Math.min(1, corner[1] / scale))]);
        return (
          <button
            // A corner is its place in the order: it never changes places with another.
            key={`corner ${String(i)}`}
            type="button"
            aria-label={`${scoring.type === "linear" ? (i === 0 ? "Worst" : "Best") : `Corner ${i + 1}`}: ${words(corner[0])} earns ${numberText(corner[1])} points. Arrow keys move it.`}
            className="absolute size-6 -translate-x-1/2 -translate-y-1/2 cursor-grab rounded-full p-1.5"
            style={{ left: `${(100 * x) / box.width}%`, top: `${(100 * y) / box.height}%` }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setHeld({ corner: i, span });
              onDragging(true);
            }}
            onKeyDown={(event) => press(event, i, corner)}
          >
            <span className="block size-3 rounded-full border-2 border-primary bg-card" />
          </button>
        );
      })}
    </fieldset>
  );
}
