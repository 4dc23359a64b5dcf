"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Table, Td, Th } from "@/components/ui/table";
import type { EdgePoint } from "@/lib/core/validation/edge-trade-off";
import { ChartFigure } from "./chart-figure";
import { CurvePlot } from "./curve-plot";
import { ratioWords } from "./validation-words";

interface Props {
  points: readonly EdgePoint[];
  /** Where red ends in the model now. */
  now: number;
  bad: number;
}

const [FROM, TO] = [20, 80];

/** What another edge of red would have named, and how much of it was lost: the trade between alarms and misses. */
export function EdgeFigure({ points, now, bad }: Props) {
  const [edge, setEdge] = useState(Math.min(TO, Math.max(FROM, Math.round(now))));
  const chosen = points.find((point) => point.edge === edge) ?? points[0];
  if (!chosen) return null;
  const caught = Math.round((chosen.recall ?? 0) * bad);
  const finding = `Red below ${edge} would have named ${chosen.named} accounts: ${caught} of them were lost, of ${bad} losses in all (${ratioWords(caught, chosen.named)} of the named, ${ratioWords(caught, bad)} of the losses).`;
  const at = (value: number) => (value - FROM) / (TO - FROM);
  const line = (read: (point: EdgePoint) => number | null) =>
    points.flatMap((point) => {
      const value = read(point);
      return value === null ? [] : [[at(point.edge), value] as const];
    });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-4">
        <Field label="Red below">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={FROM}
              max={TO}
              step={1}
              value={edge}
              onChange={({ target }) => {
                const value = target.valueAsNumber;
                if (value >= FROM && value <= TO) setEdge(Math.round(value));
              }}
              className="w-20!"
            />
          )}
        </Field>
        <input
          type="range"
          aria-label="Red below, as a slider"
          min={FROM}
          max={TO}
          step={1}
          value={edge}
          onChange={({ target }) => setEdge(target.valueAsNumber)}
          className="mb-2 w-64 max-w-full accent-primary max-md:h-11"
        />
      </div>
      <ChartFigure
        name="What each edge would have named"
        finding={<span aria-live="polite">{finding}</span>}
        chart={
          <>
            <CurvePlot
              title={`Share of the named that were lost (line) and share of the losses named (dashed), for red below ${FROM} to ${TO}`}
              xLabel="Red below"
              yLabel="Share"
              ends={{ x: [String(FROM), String(TO)], y: ["0%", "100%"] }}
              marks={
                edge === Math.round(now)
                  ? [{ x: at(edge), words: `now ${edge}` }]
                  : [
                      { x: at(now), words: `now ${Math.round(now)}` },
                      { x: at(edge), words: String(edge) },
                    ]
              }
              lines={[
                { name: "precision", points: line(({ precision }) => precision) },
                { name: "recall", dashed: true, points: line(({ recall }) => recall) },
              ]}
            />
            <p className="text-muted-foreground text-xs">
              Line: of those named, how many were lost (precision). Dashed: of the losses, how many were named (recall).
            </p>
          </>
        }
        table={
          <Table label="What each edge would have named" scrollerClass="max-h-80">
            <thead>
              <tr>
                <Th numeric>Red below</Th>
                <Th numeric>Named</Th>
                <Th numeric>Of them lost</Th>
                <Th numeric>Of the losses named</Th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => {
                const hits = Math.round((point.recall ?? 0) * bad);
                return (
                  <tr key={point.edge}>
                    <Td numeric>{point.edge}</Td>
                    <Td numeric>{point.named}</Td>
                    <Td numeric>{ratioWords(hits, point.named)}</Td>
                    <Td numeric>{ratioWords(hits, bad)}</Td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        }
      />
    </div>
  );
}
