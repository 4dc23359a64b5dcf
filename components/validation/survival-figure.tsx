"use client";
import { BandGlyph, toneOfCode } from "@/components/health/band-glyph";
import { Table, Td, Th } from "@/components/ui/table";
import {
  type BandSurvival,
  FEWEST_CHURNED,
  FEWEST_WATCHED,
  type SurvivalByBand,
  stayedOn,
} from "@/lib/core/validation/survival-by-band";
import { countText, percentText } from "@/lib/format";
import { ChartFigure } from "./chart-figure";
import { StepPlot } from "./step-plot";
import { andList } from "./validation-words";

interface Props {
  found: SurvivalByBand;
  /** How many of each band were still watched on some days. */
  watched: readonly { day: number; counts: readonly number[] }[];
  days: number;
}

const NAMES: Record<number, string> = { 3: "Green", 2: "Yellow", 1: "Red" };

/** How long the accounts of each band stayed: green, yellow and red of the first day, until they decided to churn. */
export function SurvivalFigure({ found: { bands, test, churned }, watched, days }: Props) {
  const drawn = bands.filter(({ steps }) => steps);
  const share = (band: BandSurvival) => percentText(stayedOn(band.steps ?? [], days));
  const said = drawn.map((band) => `${share(band)} of ${NAMES[band.tone]?.toLowerCase()} (n = ${band.n})`);
  const few = bands.filter(({ steps }) => !steps);
  const apart = test
    ? test.p < 0.05
      ? `The lines differ beyond chance (log-rank p ${pWords(test.p)}).`
      : `So far the lines differ no more than chance would have it (log-rank p ${pWords(test.p)}).`
    : `Too few to say whether the lines differ: it takes two bands of ${FEWEST_WATCHED} accounts and ${FEWEST_CHURNED} that churned; there are ${churned}.`;
  const fewWords = few.map(({ tone, n }) => `${NAMES[tone]?.toLowerCase()} had ${countText(n)}`);
  return (
    <ChartFigure
      name="How long each band stayed"
      finding={
        <>
          {said.length > 0 && `After ${days} days ${andList(said)} were still customers. `}
          {apart}
          {few.length > 0 && ` No line below ${FEWEST_WATCHED} accounts: ${andList(fewWords)}.`}
        </>
      }
      chart={
        drawn.length > 0 ? (
          <>
            <StepPlot
              title={`Share of accounts still there by day, by band: ${said.join(", ")}`}
              bands={bands}
              days={days}
              ticks={watched.map(({ day }) => day)}
              endOf={(band) => `${NAMES[band.tone]} ${share(band)}`}
            />
            <AtRisk drawn={bands} watched={watched} />
          </>
        ) : null
      }
      table={
        <Table label="How long each band stayed" scrollerClass="max-h-80">
          <thead>
            <tr>
              <Th>Band</Th>
              <Th numeric>Day</Th>
              <Th numeric>Still watched</Th>
              <Th numeric>Churned</Th>
              <Th numeric>Still there</Th>
              <Th numeric>95% interval</Th>
            </tr>
          </thead>
          <tbody>
            {drawn.flatMap(({ tone, steps }) =>
              (steps ?? []).map(({ day, atRisk, churned, stayed, low, high }) => (
                <tr key={`${tone} ${day}`}>
                  <Td>{NAMES[tone]}</Td>
                  <Td numeric>{day}</Td>
                  <Td numeric>{atRisk}</Td>
                  <Td numeric>{churned}</Td>
                  <Td numeric>{percentText(stayed)}</Td>
                  <Td numeric>{low === null || high === null ? "—" : `${percentText(low)}–${percentText(high)}`}</Td>
                </tr>
              )),
            )}
          </tbody>
        </Table>
      }
    />
  );
}

/** How many accounts each line still stands on. */
function AtRisk({ drawn, watched }: { drawn: readonly BandSurvival[]; watched: Props["watched"] }) {
  return (
    <Table label="Accounts still watched" className="max-w-2xl text-xs">
      <thead>
        <tr>
          <Th>Watched after</Th>
          {watched.map(({ day }) => (
            <Th key={day} numeric>
              {day} d
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drawn.map(({ tone, steps }, i) => (
          <tr key={tone}>
            <th scope="row" className="border-b px-2 text-left font-normal">
              <span className="inline-flex items-center gap-1.5">
                <BandGlyph mark={toneOfCode(tone) ?? "none"} />
                {NAMES[tone]}
                {!steps && " (no line)"}
              </span>
            </th>
            {watched.map(({ day, counts }) => (
              <Td key={day} numeric>
                {counts[i]}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function pWords(p: number): string {
  return p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
}
