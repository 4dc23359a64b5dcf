import { Card } from "@/components/ui/card";
import type { Basis, Rates } from "@/lib/core/forecast/basis";
import type { LossKept } from "@/lib/core/forecast/loss-kept";
import { basisWords, keptWords } from "./forecast-words";
import { RatesForm } from "./rates-form";

/** Where the chances come from; before they are calibrated, the rates that finance assumes. */
export function BasisSection({
  basis,
  kept,
  rates,
  mayType,
}: {
  basis: Basis;
  kept: LossKept | null;
  rates: Rates | null;
  mayType: boolean;
}) {
  return (
    <Card title={basis.kind === "assumed" ? "Where the chances come from: assumption" : "Where the chances come from"}>
      <p className="max-w-prose text-muted-foreground">
        {basisWords(basis)} {basis.kind === "calibrated" && keptWords(kept)}
      </p>
      {basis.kind !== "calibrated" && mayType && (
        <div className="mt-3">
          <RatesForm rates={rates} />
        </div>
      )}
    </Card>
  );
}
