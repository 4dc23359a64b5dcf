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
  const people = [
    ...hours,
    ...(after ?? []).filter((other) => !hours.some(({ personId }) => personId === other.personId)),
  ];
  const hoursOf = (list: readonly PersonHours[], id: number) =>
    list.find(({ personId }) => personId === id)?.hours ?? 0;
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
        {people.map(({ personId, name, roles, accounts }) => (
          <tr key={personId}>
            <th scope="row" className="h-9 border-b px-2 text-left font-normal">
              {name}
            </th>
            <Td>{roles.map((role) => ROLE_NAMES[role]).join(", ")}</Td>
            <Td numeric>{accounts}</Td>
            <Td numeric>{hoursText(hoursOf(hours, personId))}</Td>
            {after && <Td numeric>{moved(hoursOf(hours, personId), hoursOf(after, personId))}</Td>}
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

function moved(before: number, after: number): string {
  const by = after - before;
  if (Math.abs(by) < 0.05) return "no change";
  return `${hoursText(after)} (${by > 0 ? "▲" : "▼"} ${hoursText(Math.abs(by))})`;
}

function hoursText(hours: number): string {
  return `${hours.toFixed(1)} h`;
}
