import { RightTable } from "@/components/divergences/right-table";
import { Card } from "@/components/ui/card";
import { GroupTable } from "@/components/validation/group-table";
import { MissList } from "@/components/validation/miss-list";
import { WorthTable } from "@/components/validation/worth-table";
import { quarterOf } from "@/lib/core/validation/quarter-of";
import { rightBy } from "@/lib/core/validation/right-table";
import type { ValidationReport } from "@/lib/core/validation/validation-report";

interface Props {
  report: ValidationReport;
  /** The version whose view of the day a miss opens; null: what counted then. */
  version: number | null;
  currency: string;
}

/** Misses by name, and health by measure, quarter and segment. */
export function Detail({ report, version, currency }: Props) {
  const { missed, saved, untouched, cautious } = report.misses;
  const list = { version, currency };
  return (
    <>
      <Card id="missed" title={`Missed: green, and lost · ${missed.length}`}>
        <MissList label="Missed losses" empty="None: no green account was lost." rows={missed} {...list} />
      </Card>
      <Card id="alarms" title={`False alarms: red, and kept · ${saved.length + untouched.length}`}>
        <h3 className="mb-1 font-medium">Nobody had worked it · {untouched.length}</h3>
        <MissList label="False alarms that nobody worked" empty="None." rows={untouched} {...list} />
        <h3 className="mt-4 mb-1 font-medium">A plan was open: a save, not a false alarm · {saved.length}</h3>
        <MissList label="Red, worked and kept" empty="None." rows={saved} {...list} />
        {cautious.length > 0 && (
          <details className="mt-4">
            <summary className="cursor-pointer font-medium">Yellow, and kept · {cautious.length}</summary>
            <MissList label="Yellow and kept" empty="None." rows={cautious} {...list} />
          </details>
        )}
      </Card>
      <div id="ageing" className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <Card title="Is the model ageing? Health by quarter of the decision">
          <GroupTable label="Health by quarter" head="Quarter" rows={report.byQuarter} fewest={20} />
        </Card>
        <Card title="By segment">
          <GroupTable label="Health by segment" head="Segment" rows={report.bySegment} fewest={30} />
        </Card>
      </div>
      <Card title="People against numbers">
        <RightTable
          label="Who was right by quarter"
          head="Quarter"
          rows={rightBy(report.cases, quarterOf)}
          nameOf={(key) => key}
        />
      </Card>
      {report.worth.length > 0 && (
        <Card id="measures" title="What each measure is worth">
          {report.bad > 0 && report.bad < report.n ? (
            <WorthTable rows={report.worth} />
          ) : (
            <p className="text-muted-foreground">It takes lost and kept ones to say.</p>
          )}
        </Card>
      )}
    </>
  );
}
