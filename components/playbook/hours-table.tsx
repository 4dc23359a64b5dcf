import { Table, Td, Th } from "@/components/ui/table";
import type { PersonHours } from "@/lib/core/playbook/hours-held";
import { ROLE_NAMES } from "./rule-words";

interface Props {
  hours: readonly PersonHours[];
  /** The same after an edit: people whose hours it changes show both. */
  after?: readonly PersonHours[];
}

/** Hours a month that the cadences oblige, per person. */
export function HoursTable({ hours, after }: Props) {
  const people = [...hours, ...(after ?? []).filter((other) => !hours.some((one) => keyOf(one) === keyOf(other)))];
  const hoursOf = (list: readonly PersonHours[], key: string) => list.find((one) => keyOf(one) === key)?.hours ?? 0;
  const sum = (list: readonly PersonHours[]) => list.reduce((total, person) => total + person.hours, 0);
  return (
    <Table label="Hours a month per person">
      <thead>
        <tr>
          <Th>Person</Th>
          <Th>Role</Th>
          <Th numeric>Accounts</Th>
          <Th numeric>Hours a month</Th>
          {after && <Th numeric>After this edit</Th>}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={keyOf(person)}>
            <th scope="row" className="h-9 border-b px-2 text-left font-normal">
              {person.name ?? <span className="text-muted-foreground">nobody named</span>}
            </th>
            <Td>{person.roles.map((role) => ROLE_NAMES[role]).join(", ")}</Td>
            <Td numeric>{person.accounts}</Td>
            <Td numeric>{hoursText(hoursOf(hours, keyOf(person)))}</Td>
            {after && <Td numeric>{moved(hoursOf(hours, keyOf(person)), hoursOf(after, keyOf(person)))}</Td>}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-medium">
          <th scope="row" className="h-9 px-2 text-left font-medium">
            All
          </th>
          <Td />
          <Td />
          <Td numeric>{hoursText(sum(hours))}</Td>
          {after && <Td numeric>{moved(sum(hours), sum(after))}</Td>}
        </tr>
      </tfoot>
    </Table>
  );
}

/** A person, or the role in which nobody is named. */
function keyOf({ personId, roles }: PersonHours): string {
  return personId === null ? `${roles[0]}` : `${personId}`;
}

function moved(before: number, after: number): string {
  const by = after - before;
  if (Math.abs(by) < 0.05) return "no change";
  return `${hoursText(after)} (${by > 0 ? "▲" : "▼"} ${hoursText(Math.abs(by))})`;
}

function hoursText(hours: number): string {
  return `${hours.toFixed(1)} h`;
}
