"use client";
import { Table, Td, Th } from "@/components/ui/table";
import type { FileColumn, Question } from "./imported-file";
import { dateBothWays, numberBothWays, type TwoReadings } from "./two-readings";

interface Props {
  question: Question;
  /** The column that is asked about. */
  column: FileColumn | null;
  chosen: string | null;
  onChoose: (value: string) => void;
}

const HEADS: Readonly<Record<string, [string, string]>> = {
  date_order: ["Day first", "Month first"],
  decimal: ["Point is the decimal mark", "Comma is the decimal mark"],
};

/** One thing that neither the header nor the cells decide, with real cells read both ways. */
export function ImportQuestion({ question, column, chosen, onChoose }: Props) {
  const { kind, text, choices } = question;
  const both = kind === "date_order" ? dateBothWays : kind === "decimal" ? numberBothWays : null;
  const cells = [...(column?.samples ?? []), ...Object.keys(column?.words ?? {})];
  const readings = both
    ? [...new Set(cells)]
        .map(both)
        .filter((one) => one !== null)
        .slice(0, 3)
    : [];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 max-w-prose font-medium">{text}</legend>
      {readings.length > 0 && <Readings readings={readings} heads={HEADS[kind] ?? ["", ""]} />}
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-6 items-baseline gap-2 max-md:min-h-11 max-md:items-center">
          <input
            type="radio"
            name={`${kind}:${question.column ?? question.from}`}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
      {chosen === null && <p className="font-medium text-xs">Not answered yet: it is never guessed.</p>}
    </fieldset>
  );
}

function Readings({ readings, heads }: { readings: TwoReadings[]; heads: [string, string] }) {
  return (
    <div className="max-w-160">
      <Table label="Cells of the file, read both ways">
        <thead>
          <tr>
            <Th>In the file</Th>
            <Th>{heads[0]}</Th>
            <Th>{heads[1]}</Th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ cell, first, second }) => (
            <tr key={cell}>
              <Td>{cell}</Td>
              <Td>{first}</Td>
              <Td>{second}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
