import { Link } from "@/components/ui/link";
import { StackedTd } from "@/components/ui/stacked-td";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { type Draw, heldOutUntil } from "@/lib/core/playbook/hold-out";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { resultWords } from "./stay-words";

interface Props {
  label: string;
  today: Day;
  draws: readonly (Draw & { slug: string; name: string })[];
}

/** The draws behind a number of a hold-out: when chance decided, how, and what came of the account. */
export function DrawTable({ label, today, draws }: Props) {
  return (
    <Table label={label} stacked>
      <thead>
        <tr>
          <Th>Account</Th>
          <Th>Drawn on</Th>
          <Th>Chance said</Th>
          <Th numeric>Measured then</Th>
          <Th>By day 90</Th>
        </tr>
      </thead>
      <tbody>
        {draws.map((draw) => (
          <tr key={draw.accountId}>
            <Td className="whitespace-nowrap font-medium max-md:block max-md:h-auto max-md:border-0">
              <Link href={paths.account(draw.slug)} className="text-primary underline">
                <bdi>{draw.name}</bdi>
              </Link>
            </Td>
            <StackedTd head="Drawn on" className="whitespace-nowrap">
              {dayText(draw.drawnOn)}
            </StackedTd>
            <StackedTd head="Chance said">{draw.held ? "held out" : "the play"}</StackedTd>
            <StackedTd head="Measured then" numeric>
              {draw.score === null ? "—" : Math.floor(draw.score)}
            </StackedTd>
            <StackedTd head="By day 90">{resultWords(draw, heldOutUntil(draw.drawnOn) <= today)}</StackedTd>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
