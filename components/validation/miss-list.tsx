import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Judged } from "@/lib/core/validation/judged";
import { countText, dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { SOURCE_WORDS } from "./validation-words";

interface Props {
  label: string;
  /** What nobody being here means. */
  empty: string;
  rows: readonly Judged[];
  version: number | null;
  currency: string;
}

const MOST_ROWS = 100;

/** Accounts where health was wrong, the largest first; each opens as it stood on the day of the cut. */
export function MissList({ label, empty, rows, version, currency }: Props) {
  if (rows.length === 0) return <p className="text-muted-foreground">{empty}</p>;
  const more = rows.length - MOST_ROWS;
  return (
    <>
      <Table label={label}>
        <thead>
          <tr>
            <Th>Account</Th>
            <Th>Stood</Th>
            <Th numeric>Health</Th>
            <Th numeric>Measured</Th>
            <Th numeric>People</Th>
            <Th>Decided</Th>
            <Th>Outcome</Th>
            <Th numeric>ARR</Th>
            <Th>Health is</Th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ decision, said }) => (
            <tr key={`${decision.accountId}:${decision.decidedOn}`}>
              <Td className="whitespace-nowrap font-medium">
                <Link
                  href={`${paths.account(decision.slug, { asof: said.day, version, from: yearBefore(said.day), to: said.day })}#why`}
                  className="text-primary underline"
                >
                  <bdi>{decision.name}</bdi>
                  <span className="sr-only"> as of {dayText(said.day)}</span>
                </Link>
              </Td>
              <Td>
                <BandBadge tone={toneOfCode(said.healthTone)} />
              </Td>
              <Td numeric>{whole(said.health)}</Td>
              <Td numeric>{whole(said.score)}</Td>
              <Td numeric>{whole(said.people)}</Td>
              <Td className="whitespace-nowrap">{dayText(decision.decidedOn)}</Td>
              <Td>{decision.kind}</Td>
              <Td numeric>{moneyShort(decision.arrBeforeCents, currency)}</Td>
              <Td className="whitespace-nowrap text-muted-foreground">{SOURCE_WORDS[said.source]}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && (
        <p className="mt-2 text-muted-foreground">
          {countText(more)} more have less ARR: a quarter, chosen under Decisions above, has fewer.
        </p>
      )}
    </>
  );
}

/** Shown as everywhere: the integer below. */
function whole(value: number | null): string {
  return value === null ? "—" : String(Math.floor(Math.round(value * 1e6) / 1e6));
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace("-02-29", "-02-28")}`;
}
