import { ChangeBars } from "@/components/charts/change-bars";
import { Card } from "@/components/ui/card";
import { partWords } from "@/lib/core/portfolio/part-words";
import type { ShiftMeasures as Measures } from "@/lib/core/portfolio/shift-measures";
import { countText, signedPoints } from "@/lib/format";

/** What moved the fallen accounts: points of all together, and each measure's exact share of the change. */
export function ShiftMeasures({ measures, change, accounts }: Measures) {
  return (
    <Card title="What moved them">
      {accounts === 0 ? (
        <p className="text-muted-foreground">None of the fallen accounts has a score on both days.</p>
      ) : (
        <ChangeBars
          caption="Points lost and won by measure, of all fallen accounts together"
          rows={measures.map((measure) => ({
            key: `${measure.kind}:${measure.key ?? ""}`,
            name: partWords(measure),
            value: `${Math.round(measure.share * 100)}%, ${countText(measure.accounts)} down`,
            points: measure.points,
          }))}
          total={
            <span className="text-sm">
              Together {signedPoints(change)} points over {countText(accounts)}{" "}
              {accounts === 1 ? "account" : "accounts"}, {signedPoints(change / accounts)} each. Shares are of this
              change; a measure that rose has a negative one.
            </span>
          }
        />
      )}
    </Card>
  );
}
