import { ScoringSketch } from "@/components/model/scoring-sketch";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Definition } from "@/lib/core/health/model";
import { rulesText } from "@/lib/core/model-draft/measure-changes";
import { catalogued, directionWords, measureName, sourceWords } from "@/lib/core/model-draft/measure-name";
import { MISSING_WORDS, numberText, scoringWords, unitOf } from "@/lib/core/model-draft/scoring-words";
import { countText, shareText } from "@/lib/format";

interface Props {
  definition: Definition;
  /** How many accounts it scored in the current run, and for how many each measure is covered; null before one. */
  coverage: { accounts: number; covered: readonly number[] } | null;
  label: string;
}

/** The measures of a definition as they are scored: where they come from, how much they weigh, what earns points, how far data reaches. */
export function MeasureTable({ definition, coverage, label }: Props) {
  const total = definition.measures.reduce((sum, { weight }) => sum + weight, 0);
  const most = Math.max(...definition.measures.map(({ weight }) => weight));
  return (
    <Table label={label} className="min-w-[54rem]">
      <thead>
        <tr>
          <Th>Measure</Th>
          <Th>Weight</Th>
          <Th>What earns points</Th>
          <Th>Window and age</Th>
          <Th>Where it is missing</Th>
          {coverage && <Th numeric>Data today</Th>}
        </tr>
      </thead>
      <tbody>
        {definition.measures.map((measure, i) => {
          const own = catalogued(measure.key);
          const window = measure.window ?? own?.window ?? null;
          const freshness = measure.freshness ?? own?.freshness ?? null;
          return (
            <tr key={measure.key} className="align-top">
              <Td className="py-2">
                <span className="font-medium">{measureName(measure)}</span>{" "}
                {measure.calendar && <Badge>moves by calendar</Badge>}
                <span className="block text-muted-foreground text-xs">
                  {sourceWords(measure.key)} · {directionWords(measure.scoring)}
                </span>
                {measure.conditions && (
                  <span className="block max-w-[40ch] text-muted-foreground text-xs">
                    {rulesText(measure.conditions, definition)}
                  </span>
                )}
              </Td>
              <Td className="py-2">
                <span className="flex items-center gap-2">
                  <span className="w-8 text-right">{numberText(measure.weight)}</span>
                  <span aria-hidden className="h-2 w-20 max-xl:w-14">
                    <span
                      className="block h-2 rounded-badge bg-primary"
                      style={{ width: `${(100 * measure.weight) / most}%` }}
                    />
                  </span>
                </span>
                <span className="block text-muted-foreground text-xs">
                  {numberText((100 * measure.weight) / total)}% of the score
                </span>
              </Td>
              <Td className="py-2">
                <span className="flex items-center gap-2">
                  <ScoringSketch scoring={measure.scoring} />
                  <span className="text-xs">{scoringWords(measure.scoring, unitOf(measure.key))}</span>
                </span>
              </Td>
              <Td className="py-2 text-xs">
                {window === null ? "as of the day" : `over ${window} days`}
                <span className="block text-muted-foreground">
                  {freshness === null ? "" : `missing when the feed is over ${freshness} d old`}
                </span>
              </Td>
              <Td className="py-2 text-xs">{MISSING_WORDS[measure.missing]}</Td>
              {coverage && (
                <Td numeric className="whitespace-nowrap py-2">
                  {shareText(coverage.covered[i] ?? 0, coverage.accounts)}
                </Td>
              )}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <Td colSpan={coverage ? 6 : 5} className="border-0 text-muted-foreground text-xs">
            {definition.measures.length} measures, weight {numberText(total)} in all
            {coverage && ` · scores ${countText(coverage.accounts)} accounts today`}
          </Td>
        </tr>
      </tfoot>
    </Table>
  );
}
