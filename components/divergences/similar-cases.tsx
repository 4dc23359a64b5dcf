import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Judged } from "@/lib/core/validation/judged";
import type { Share } from "@/lib/core/validation/wilson";
import { dayText, percentText, shareText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Props {
  cases: readonly Judged[];
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
        {lost.n >= 20 && ` (95% interval ${percentText(lost.low)}–${percentText(lost.high)})`}. People were right in{" "}
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
          {cases
            .slice(0, SHOWN)
            .map(({ decision: { accountId, slug, name, kind, decidedOn }, score, people, said }) => (
              <tr key={`${accountId}${decidedOn}`}>
                <Td>
                  <Link href={paths.account(slug)} className="hover:underline">
                    <bdi>{name}</bdi>
                  </Link>
                </Td>
                <Td numeric>{Math.floor(score ?? 0)}</Td>
                <Td numeric>{Math.floor(people ?? 0)}</Td>
                <Td>
                  {kind}, {dayText(decidedOn)}
                  {said.source === "replayed" && <span className="text-muted-foreground"> (replayed)</span>}
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
