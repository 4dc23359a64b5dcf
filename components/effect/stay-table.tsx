import Link from "next/link";
import { BandBadge } from "@/components/health/band-badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { daysBetween } from "@/lib/core/calendar";
import { isRecovered, type Stay } from "@/lib/core/playbook/stay";
import { dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { causeWords, playWords } from "./effect-words";

export type StayFacts = Stay & { slug: string; name: string };

interface Props {
  label: string;
  stays: readonly StayFacts[];
  currency: string;
}

/** The stays below green behind a number: what each was like, what was done, what came of it. */
export function StayTable({ label, stays, currency }: Props) {
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
            <Td>{resultWords(stay)}</Td>
            <Td className="whitespace-nowrap">{leftWords(stay)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "after 3 d: support, Re-engage"; "none". */
export function planWords({ planAfter, cause, play }: Pick<Stay, "planAfter" | "cause" | "play">): string {
  if (planAfter === null) return "none";
  const what = [cause && causeWords(cause).toLowerCase(), play && playWords(play)].filter(Boolean).join(", ");
  return `${planAfter === 0 ? "at once" : `after ${planAfter} d`}${what && `: ${what}`}`;
}

/** What came of a stay by its 90th day. */
export function resultWords(stay: Stay): string {
  if (stay.renewed) return "renewed";
  if (stay.lost) return "lost";
  if (stay.toneAfter === null) return "not known yet";
  const measured =
    stay.score !== null && stay.scoreAfter !== null
      ? `, measured ${Math.floor(stay.score)} → ${Math.floor(stay.scoreAfter)}`
      : "";
  return `${stay.toneAfter}${measured}${stay.toneAfter === "green" && !isRecovered(stay) ? ": not up 5" : ""}`;
}

function leftWords({ leftOn, enteredOn, nextTone }: { leftOn: Day | null; enteredOn: Day; nextTone: string | null }) {
  return leftOn ? `after ${daysBetween(enteredOn, leftOn)} d, to ${nextTone ?? "no score"}` : "still there, or gone";
}
