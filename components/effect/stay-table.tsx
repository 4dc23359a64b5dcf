import Link from "next/link";
import { BandBadge } from "@/components/health/band-badge";
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
    <Table label={label}>
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
            <Td className="whitespace-nowrap font-medium">
              <Link href={paths.account(stay.slug)} className="text-primary underline">
                <bdi>{stay.name}</bdi>
              </Link>
            </Td>
            <Td>
              <BandBadge tone={stay.tone} />
            </Td>
            <Td className="whitespace-nowrap">{dayText(stay.enteredOn)}</Td>
            <Td numeric>{Math.floor(stay.health)}</Td>
            <Td numeric>{moneyShort(stay.arrCents, currency)}</Td>
            <Td>{planWords(stay)}</Td>
            <Td>{resultWords(stay, stayAge(stay, today) >= FOLLOWED.judgedAfter)}</Td>
            <Td className="whitespace-nowrap">{leftWords(stay)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
