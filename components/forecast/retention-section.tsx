import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { type DecidedContract, type Retention, retentionOf } from "@/lib/core/forecast/retention";
import { countText, dayText, moneyFull } from "@/lib/format";
import { paths } from "@/lib/paths";

type Decision = DecidedContract & { accountId: number; slug: string; name: string; kind: string; decidedOn: Day };
interface Props {
  contracts: readonly Decision[];
  period: { current: string; from: Day; to: Day; options: readonly { value: string; label: string; href: string }[] };
  currency: string;
}
const KINDS: Record<string, string> = {
  renewed: "Renewed",
  expanded: "Expanded",
  downsold: "Downsold",
  churned: "Churned",
};

/** Gross and net retention of a period, with their formulae, and every contract that they are the sum of. */
export function RetentionSection({ contracts, period, currency }: Props) {
  const retention = retentionOf(contracts);
  return (
    <Card
      title="Retention so far"
      aside={<SegmentedLinks label="Period" current={period.current} options={period.options} />}
    >
      <p className="mb-3 max-w-prose text-muted-foreground">
        Contracts decided {dayText(period.from)} to {dayText(period.to)}, of all accounts you may see: {retention.n}{" "}
        with amounts{retention.withoutAmounts > 0 && `, ${retention.withoutAmounts} without, left out`}.
      </p>
      {retention.n === 0 ? (
        <p>No contract with amounts was decided in this period.</p>
      ) : (
        <>
          <Formulae retention={retention} currency={currency} />
          <details className="mt-3">
            <summary className="cursor-pointer text-primary underline">
              The {countText(contracts.length)} contracts, and their sums
            </summary>
            <Contracts contracts={contracts} retention={retention} currency={currency} />
          </details>
        </>
      )}
    </Card>
  );
}

function Formulae({ retention, currency }: { retention: Retention; currency: string }) {
  const { beforeCents, keptCents, afterCents, lostCents, expandedCents, grr, nrr } = retention;
  const money = (cents: number) => moneyFull(cents, currency);
  const share = (value: number | null) => (value === null ? "—" : `${(value * 100).toFixed(1)}%`);
  return (
    <>
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <div>
          <dt className="text-muted-foreground">GRR = Σ min(after, before) ÷ Σ before</dt>
          <dd>
            <strong className="text-lg">{share(grr)}</strong> = {money(keptCents)} ÷ {money(beforeCents)}
          </dd>
        </div>
        <div>
          <dt className="text-muted-foreground">NRR = Σ after ÷ Σ before</dt>
          <dd>
            <strong className="text-lg">{share(nrr)}</strong> = {money(afterCents)} ÷ {money(beforeCents)}
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-muted-foreground text-xs">
        {money(beforeCents)} before − {money(lostCents)} churned or downsold + {money(expandedCents)} expanded ={" "}
        {money(afterCents)} after.
      </p>
    </>
  );
}

function Contracts({
  contracts,
  retention,
  currency,
}: {
  contracts: readonly Decision[];
  retention: Retention;
  currency: string;
}) {
  const money = (cents: number | null) => moneyFull(cents, currency);
  return (
    <Table label="Contracts decided in the period" scrollerClass="mt-2 max-h-96 overflow-y-auto">
      <thead>
        <tr>
          <Th>Account</Th>
          <Th>Decided</Th>
          <Th>Outcome</Th>
          <Th numeric>Before</Th>
          <Th numeric>After</Th>
        </tr>
      </thead>
      <tbody>
        {contracts.map((one) => (
          <tr key={`${one.accountId} ${one.decidedOn}`}>
            <Td>
              <Link
                href={paths.account(one.slug, { asOf: one.decidedOn })}
                className="inline-flex min-h-6 items-center hover:underline"
              >
                <bdi>{one.name}</bdi>
              </Link>
            </Td>
            <Td className="whitespace-nowrap">{dayText(one.decidedOn)}</Td>
            <Td>{KINDS[one.kind]}</Td>
            <Td numeric>{money(one.beforeCents)}</Td>
            <Td numeric>{money(one.afterCents)}</Td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-medium">
          <th scope="row" colSpan={3} className="h-9 px-2 text-left">
            Sum of those with both amounts
          </th>
          <Td numeric>{money(retention.beforeCents)}</Td>
          <Td numeric>{money(retention.afterCents)}</Td>
        </tr>
      </tfoot>
    </Table>
  );
}
