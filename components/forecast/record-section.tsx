import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { CALL_WORDS, type CalledOutcome, callRecord } from "@/lib/core/forecast/calls";
import type { Share } from "@/lib/core/validation/wilson";
import { dayText, percentText } from "@/lib/format";
import { paths } from "@/lib/paths";

type Decision = CalledOutcome & { accountId: number; slug: string; name: string; decidedOn: Day; calledOn: Day };
const FEWEST_FOR_SHARES = 20;

/** What came of the calls: by call, with n and interval, and each decision by name. */
export function RecordSection({ decided }: { decided: readonly Decision[] }) {
  const { rows, right } = callRecord(decided);
  return (
    <Card title="Track record of calls">
      {!right ? (
        <p className="max-w-prose text-muted-foreground">
          No renewal that was called has been decided yet. The record begins with the first: the last call before the
          day of each decision is compared with what the customer then did.
        </p>
      ) : (
        <>
          <p className="mb-3 max-w-prose">
            Right in <ShareText share={right} />: commit and best case where it renewed in full, at risk and lost where
            it churned or was downsold. The last call before the day of the decision counts.
          </p>
          <Table label="What came of the calls">
            <thead>
              <tr>
                <Th>Call</Th>
                <Th numeric>Decided</Th>
                <Th numeric>Renewed in full</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ call, renewed }) => (
                <tr key={call}>
                  <Td>{CALL_WORDS[call]}</Td>
                  <Td numeric>{renewed?.n ?? 0}</Td>
                  <Td numeric>{renewed ? <ShareText share={renewed} /> : "—"}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <details className="mt-3">
            <summary className="cursor-pointer text-primary underline">The {decided.length} decisions</summary>
            <ul className="mt-2">
              {decided.map((one) => (
                <li key={`${one.accountId} ${one.decidedOn}`} className="min-h-6">
                  <Link href={paths.account(one.slug, { asOf: one.calledOn })} className="hover:underline">
                    <bdi>{one.name}</bdi>
                  </Link>
                  : {CALL_WORDS[one.call]} on {dayText(one.calledOn)},{" "}
                  {one.bad ? "churned or downsold" : "renewed in full"} on {dayText(one.decidedOn)}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Card>
  );
}

function ShareText({ share: { hits, n, share, low, high } }: { share: Share }) {
  if (n < FEWEST_FOR_SHARES) return `${hits} of ${n}`;
  return `${percentText(share)} (${percentText(low)}–${percentText(high)}, n = ${n})`;
}
