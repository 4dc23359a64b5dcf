import { Card } from "@/components/ui/card";
import { BarsList } from "@/components/validation/bars-list";
import { OutcomeTable } from "@/components/validation/outcome-table";
import { ScoresTable } from "@/components/validation/scores-table";
import { measureName, ratioWords, SCORE_NAMES } from "@/components/validation/validation-words";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { SCORES, type SideReport } from "@/lib/core/validation/side-report";
import type { ValidationReport } from "@/lib/core/validation/validation-report";
import { moneyShort } from "@/lib/format";

interface Props {
  summary: ValidationSummary;
  horizon: number;
  currency: string;
}

/** The scores side by side, the bars of the field, and what came of each band. */
export function Scores({ summary: { report, asked, other, known, effective }, horizon, currency }: Props) {
  const { best, bands, bars } = report;
  const sides = [...SCORES].reverse().map((score) => report.sides.find((side) => side.score === score) as SideReport);
  const rows = [
    ...sides.map((side) => ({ name: SCORE_NAMES[side.score], side })),
    ...(other
      ? [{ name: `Health by version ${other.version.version}`, note: "On the same past", side: other.report.health }]
      : []),
    ...(asked
      ? [
          { name: "Health as it was known", note: "By whichever version counted then", side: known.health },
          { name: "Known before the effect", note: `${horizon} days before it took effect`, side: effective.health },
        ]
      : []),
  ];
  return (
    <>
      <Card id="scores" title="Side by side">
        <ScoresTable
          rows={rows}
          best={best && { name: measureName(best.key), n: best.n, bad: best.alone?.bad ?? 0, auc: best.alone }}
        />
      </Card>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card id="bands" title="Where they stood, and what they decided">
          <OutcomeTable rows={bands} horizon={horizon} />
          <p className="mt-3 max-w-prose text-muted-foreground">
            {report.bad === 0 ? (
              "Nobody was lost."
            ) : (
              <LostWords report={report} horizon={horizon} currency={currency} />
            )}
          </p>
        </Card>
        <Card title="The bars of the field">
          <BarsList bars={bars} />
        </Card>
      </div>
    </>
  );
}

/** How much of what was lost stood below green in time. */
function LostWords({ report, horizon, currency }: { report: ValidationReport; horizon: number; currency: string }) {
  const { money, stillGreen, warningDays } = report;
  return (
    <>
      Of {moneyShort(money.lostCents, currency)} ARR lost, {moneyShort(money.caughtCents, currency)} stood below green{" "}
      {horizon} days before ({ratioWords(money.caughtCents, money.lostCents)}).{" "}
      {money.withoutAmount > 0 && `${money.withoutAmount} losses have no amount. `}
      {stillGreen} {stillGreen === 1 ? "loss was" : "losses were"} still green.{" "}
      {warningDays !== null && `Losses below green had left it a median of ${Math.round(warningDays)} days before.`}
    </>
  );
}
