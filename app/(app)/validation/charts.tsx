import { Card } from "@/components/ui/card";
import { EdgeFigure } from "@/components/validation/edge-figure";
import { LiftFigure } from "@/components/validation/lift-figure";
import { chanceStrip } from "@/components/validation/prepare-reliability";
import { seenRoc } from "@/components/validation/prepare-roc";
import { ReliabilityFigure } from "@/components/validation/reliability-figure";
import { RocFigure } from "@/components/validation/roc-figure";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import type { Calibrated } from "@/lib/core/validation/calibrated";

/** Said against came, what each cut would have caught, and the trade between alarms and misses. */
export function Charts({ summary: { report, redEdge } }: { summary: ValidationSummary }) {
  const { calibrated, roc, lift, edges, n, bad, health } = report;
  return (
    <div id="curves" className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <Card title="Does “30% of these are lost” come true?">
        {calibrated ? (
          <Reliability calibrated={calibrated} />
        ) : (
          <p className="text-muted-foreground">
            It takes 10 lost and 10 kept to say. There are {bad} and {n - bad}.
          </p>
        )}
      </Card>
      <Card title="What another edge of red would do">
        {bad > 0 && bad < n ? (
          <EdgeFigure points={edges} now={redEdge ?? 50} bad={bad} />
        ) : (
          <p className="text-muted-foreground">It takes lost and kept ones to tell one edge from another.</p>
        )}
      </Card>
      {roc && (
        <Card title="Lost ones caught against kept ones named (ROC)">
          <RocFigure points={seenRoc(roc)} auc={health.auc} />
        </Card>
      )}
      {lift && (
        <Card title="How many to look at (lift)">
          <LiftFigure parts={lift} />
        </Card>
      )}
    </div>
  );
}

/** What the figure shows goes to the browser, not every case's probability. */
function Reliability({ calibrated: { chances, ...shown } }: { calibrated: Calibrated }) {
  return <ReliabilityFigure calibrated={shown} strip={chanceStrip(chances)} />;
}
