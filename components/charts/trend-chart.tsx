"use client";
import { useState } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { type Day, dayNumber, dayOf, monthOf } from "@/lib/core/calendar";
import { dayText, monthText } from "@/lib/format";
import {
  prepareHindsight,
  prepareTrend,
  type TrendBand,
  type TrendHindsight,
  type TrendMarker,
  type TrendPoint,
} from "./prepare-trend";

interface Props {
  title: string;
  history: readonly TrendPoint[];
  bands: readonly TrendBand[];
  markers: readonly TrendMarker[];
  hindsight?: TrendHindsight | null;
  /** Called with the days between which somebody dragged. */
  onBrush: (from: Day, to: Day) => void;
}

/** A shorter drag is a slip of the hand. */
const LEAST_DAYS = 7;
const axis = { tick: { fill: "var(--muted-foreground)", fontSize: 12 }, stroke: "var(--border)" };

/** Health over time on the tints of its bands: the people's line solid, the measured one thin; markers are dashed. A drag chooses the days between. */
export function TrendChart({ title, history, bands, markers, hindsight, onBrush }: Props) {
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const end = () => {
    if (brush && Math.abs(brush.to - brush.from) >= LEAST_DAYS)
      onBrush(dayOf(Math.min(brush.from, brush.to)), dayOf(Math.max(brush.from, brush.to)));
    setBrush(null);
  };
  const { points, zones, ticks, domain } = prepareTrend(history, bands);
  return (
    <ResponsiveContainer width="100%" height={220}>
      <LineChart
        data={points}
        title={title}
        margin={{ top: 8, right: 64, bottom: 0, left: -16 }}
        accessibilityLayer={false}
        className="cursor-crosshair select-none"
        onMouseDown={({ activeLabel }) => {
          const from = Number(activeLabel);
          if (activeLabel !== undefined) setBrush({ from, to: from });
        }}
        onMouseMove={({ activeLabel }) => {
          if (brush && activeLabel !== undefined) setBrush({ ...brush, to: Number(activeLabel) });
        }}
        onMouseUp={end}
        onMouseLeave={() => setBrush(null)}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        {zones.map(({ name, tone, from, to }) => (
          <ReferenceArea
            key={name}
            y1={from}
            y2={to}
            fill={`var(--band-${tone})`}
            fillOpacity={0.08}
            label={{ value: name, position: "right", fill: `var(--band-${tone}-text)`, fontSize: 12 }}
          />
        ))}
        <XAxis
          dataKey="x"
          type="number"
          domain={domain}
          ticks={ticks}
          tickFormatter={(x: number) => monthText(monthOf(dayOf(x)))}
          {...axis}
        />
        <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} {...axis} />
        {markers.map(({ day, kind, words }) => (
          <ReferenceLine
            key={`${day}${words}`}
            x={dayNumber(day)}
            stroke="var(--muted-foreground)"
            strokeDasharray={kind === "model" ? "6 3" : "2 3"}
            ifOverflow="hidden"
          />
        ))}
        {brush && <ReferenceArea x1={brush.from} x2={brush.to} fill="var(--gain)" fillOpacity={0.16} />}
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(x) => dayText(dayOf(Number(x)))}
          formatter={(value) => Math.floor(Number(value))}
          contentStyle={{ background: "var(--card)", border: "1px solid var(--input)", borderRadius: 6 }}
        />
        <Line
          dataKey="score"
          name="Measured"
          stroke="var(--muted-foreground)"
          strokeWidth={1}
          dot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        {hindsight && (
          <Line
            data={prepareHindsight(hindsight)}
            dataKey="hindsight"
            name={`As version ${hindsight.version} would have said`}
            stroke="var(--diverge)"
            strokeWidth={1.5}
            strokeDasharray="5 4"
            dot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
        )}
        <Line
          dataKey="health"
          name="Health"
          stroke="var(--foreground)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
