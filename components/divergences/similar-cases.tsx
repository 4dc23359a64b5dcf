import Link from "next/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import type { Share } from "@/lib/core/validation/wilson";
import { dayText, percentText, shareText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Case {
  accountId: number;
  slug: string;
  name: string;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  decidedOn: Day;
  score: number | null;
  people: number | null;
  replayed: boolean;
}

interface Props {
  cases: readonly Case[];
  lost: Share | null;
  peopleRight: Share | null;
  horizon: number;
}

const SHOWN = 8;

/** Past customers whose numbers and people disagreed the same way before they decided, and what they decided. */
export function SimilarCases({ cases, lost, peopleRight, horizon }: Props) {
  if (!lost || !peopleRight)
    return (
      <p className="text-muted-foreground">
        No customer has decided yet whose numbers and people disagreed this way {horizon} days before.
      </p>
    );
  return (
    <>
      <p className="mb-3 max-w-prose">
        {shareText(lost.hits, lost.n)} churned or were downsold
        {lost.n >= 20 && ` (95 % interval ${percentText(lost.low)}–${percentText(lost.high)})`}. People were right in{" "}
        {shareText(peopleRight.hits, peopleRight.n)}. As of {horizon} days before each decision.
      </p>
      <Table label="Accounts that disagreed alike">
        <thead>
          <tr>
            <Th>Account</Th>
            <Th numeric>Measured</Th>
            <Th numeric>People said</Th>
            <Th>Decided</Th>
          </tr>
        </thead>
        <tbody>
          {cases.slice(0, SHOWN).map((one) => (
            <tr key={`${one.accountId}${one.decidedOn}`}>
              <Td>
                <Link href={paths.account(one.slug)} className="hover:underline">
                  <bdi>{one.name}</bdi>
                </Link>
              </Td>
              <Td numeric>{Math.floor(one.score ?? 0)}</Td>
              <Td numeric>{Math.floor(one.people ?? 0)}</Td>
              <Td>
                {one.kind}, {dayText(one.decidedOn)}
                {one.replayed && <span className="text-muted-foreground"> (replayed)</span>}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {cases.length > SHOWN && (
        <p className="mt-2 text-muted-foreground text-xs">
          The {SHOWN} nearest in size of {cases.length}.
        </p>
      )}
    </>
  );
}
