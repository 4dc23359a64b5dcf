import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ExpansionAhead } from "@/lib/core/forecast/expansion";
import { countText, moneyShort, percentText } from "@/lib/format";

interface Props {
  ahead: ExpansionAhead | null;
  /** The list of the candidates. */
  href: string;
  currency: string;
}

/** What expansion candidates may bring, factor by factor. */
export function ExpansionSection({ ahead, href, currency }: Props) {
  if (!ahead)
    return (
      <Card title="Expansion">
        <p className="max-w-prose text-muted-foreground">
          Withheld: it takes past decisions of accounts that were green 90 days before, and at least one expansion with
          its ARR before and after.
        </p>
      </Card>
    );
  const { candidates, candidatesCents, conversion, medianUplift, uplifts, expectedCents, lowCents, highCents } = ahead;
  const money = (cents: number) => moneyShort(cents, currency);
  return (
    <Card title="Expansion">
      <p className="mb-3">
        <strong className="font-semibold">{money(expectedCents)}</strong> ({money(lowCents)}–{money(highCents)}, by the
        interval of the conversion) = candidates × observed conversion × median uplift.
      </p>
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <div>
          <dt className="text-muted-foreground">Candidates</dt>
          <dd>
            <Link href={href} className="text-primary underline">
              {countText(candidates)} {candidates === 1 ? "account" : "accounts"}
            </Link>
            , {money(candidatesCents)} ARR
          </dd>
        </div>
        <div>
          <dt className="text-muted-foreground">Observed conversion</dt>
          <dd>
            {conversion.hits} of {conversion.n} decisions of accounts green 90 days before expanded
            {conversion.n >= 20 &&
              `: ${percentText(conversion.share)} (${percentText(conversion.low)}–${percentText(conversion.high)})`}
          </dd>
        </div>
        <div>
          <dt className="text-muted-foreground">Median uplift</dt>
          <dd>
            {percentText(medianUplift)} over {uplifts} {uplifts === 1 ? "expansion" : "expansions"}
          </dd>
        </div>
      </dl>
    </Card>
  );
}
