import { Table, Td, Th } from "@/components/ui/table";
import { Prose } from "./prose";

export type FieldRow = { name: string; type: string; isRequired: boolean; words: string };

interface Props {
  label: string;
  rows: readonly FieldRow[];
}

/** Parameters or fields: name, what it holds, what it means. */
export function FieldTable({ label, rows }: Props) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{label}</Th>
          <Th>Holds</Th>
          <Th>Meaning</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, type, isRequired, words }) => (
          <tr key={name}>
            <Td className="py-1 align-top">
              <code className="font-mono text-xs">{name}</code>
              {isRequired && <span className="ml-1 text-muted-foreground text-xs">required</span>}
            </Td>
            <Td className="max-w-80 break-words py-1 align-top text-muted-foreground text-xs">{type}</Td>
            <Td className="py-1 align-top">
              <Prose>{words}</Prose>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
