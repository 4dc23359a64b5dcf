import { BandBadge } from "@/components/health/band-badge";
import { Link } from "@/components/ui/link";
import { StackedTd } from "@/components/ui/stacked-td";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { FOLLOWED, type Stay, stayAge } from "@/lib/core/playbook/stay";
import { dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { leftWords, planWords, resultWords } from "./stay-words";

export type StayFacts = Stay & { slug: string; name: string };

interface Props {
  label: string;
  stays: readonly StayFacts[];
  currency: string;
  today: Day;
}

/** The stays below green behind a number: what each was like, what was done, what came of it. */
export function StayTable({ label, stays, currency, today }: Props) {
  return (
    <Table label={label} stacked>
      <thead>
        <tr>
          <Th>Account</Th>
          <Th>Entered</Th>
          <Th>On</Th>
          <Th numeric>Health then</Th>
          <Th numeric>ARR then</Th>
          <Th>Plan</Th>
          <Th>By day 90</Th>
          <Th>Left the band</Th>
        </tr>
      </thead>
      <tbody>
        {stays.map((stay) => (
          <tr key={`${stay.accountId}:${stay.enteredOn}`}>
            <Td className="whitespace-nowrap font-medium max-md:block max-md:h-auto max-md:border-0">
              <Link href={paths.account(stay.slug)} className="text-primary underline">
                <bdi>{stay.name}</bdi>
              </Link>
            </Td>
            <StackedTd head="Entered">
              <BandBadge tone={stay.tone} />
            </StackedTd>
            <StackedTd head="On" className="whitespace-nowrap">
              {dayText(stay.enteredOn)}
            </StackedTd>
            <StackedTd head="Health then" numeric>
              {Math.floor(stay.health)}
            </StackedTd>
            <StackedTd head="ARR then" numeric>
              {moneyShort(stay.arrCents, currency)}
            </StackedTd>
            <StackedTd head="Plan">{planWords(stay)}</StackedTd>
            <StackedTd head="By day 90">{resultWords(stay, stayAge(stay, today) >= FOLLOWED.judgedAfter)}</StackedTd>
            <StackedTd head="Left the band" className="whitespace-nowrap">
              {leftWords(stay)}
            </StackedTd>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
