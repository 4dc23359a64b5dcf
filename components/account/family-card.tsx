import type { ReactNode } from "react";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { bandName } from "@/components/triage/queue-row";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { familyRollUp } from "@/lib/core/portfolio/family";
import { moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Child {
  accountId: number;
  slug: string;
  name: string;
  health: number | null;
  tone: number;
  band: string | null;
  arrCents: number | null;
}

interface Props {
  parent: { slug: string; name: string } | null;
  rows: readonly Child[];
  currency: string;
}

/** The family of an account: its parent, and how its children stand one by one and together. */
export function FamilyCard({ parent, rows, currency }: Props) {
  if (!parent && rows.length === 0) return null;
  const together = familyRollUp(rows);
  return (
    <Card id="family" title="Parent and children">
      {parent && (
        <p>
          Part of{" "}
          <Link href={paths.account(parent.slug)} className="font-medium text-primary underline">
            <bdi>{parent.name}</bdi>
          </Link>
          .
        </p>
      )}
      {rows.length > 0 && (
        <>
          <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
            <Figure name="Average health" value={<ScoreText value={together.average} />} />
            <Figure name="Weighted by ARR" value={<ScoreText value={together.weighted} />} />
            <Figure name="Worst child" value={<bdi>{together.worst ?? "—"}</bdi>} />
            <Figure name="ARR of all children" value={moneyFull(together.arrCents, currency)} />
          </dl>
          <p className="mb-2 text-muted-foreground">
            {together.counted} of {together.of} children count.
            {together.insufficient.length > 0 && ` Without a score: ${together.insufficient.join(", ")}.`}
          </p>
          <Table label="Children">
            <thead>
              <tr>
                <Th>Account</Th>
                <Th>Health</Th>
                <Th numeric>ARR</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ accountId, slug, name, health, tone, band, arrCents }) => (
                <tr key={accountId}>
                  <Td>
                    <Link href={paths.account(slug)} className="font-medium hover:underline">
                      <bdi>{name}</bdi>
                    </Link>
                  </Td>
                  <Td>
                    <span className="flex items-center gap-2">
                      <ScoreText value={health} className="w-6 text-right" />
                      <BandBadge tone={toneOfCode(tone)} name={bandName(band)} />
                    </span>
                  </Td>
                  <Td numeric>{arrCents === null ? "—" : moneyShort(arrCents, currency)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="font-medium">{value}</dd>
    </div>
  );
}
