"use client";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import type { WaitingKey } from "@/lib/core/import-ledger";
import { countText } from "@/lib/format";

interface Props {
  /** Keys that nobody has, and keys that a person has confirmed; of those the rows are not counted. */
  keys: readonly WaitingKey[];
  /** Their key → our account's ID, as confirmed. */
  matches: Readonly<Record<string, string>>;
  onMatch: (matches: Record<string, string>) => void;
}

/** Account keys that are nearly one of ours: a person says whether they are the same. */
export function ImportNearMisses({ keys, matches, onMatch }: Props) {
  const match = (key: string, id: string) => {
    const { [key]: _, ...rest } = matches;
    onMatch(id === "" ? rest : { ...rest, [key]: id });
  };
  return (
    <section aria-label="Accounts that nearly match" className="flex max-w-3xl flex-col gap-2">
      <h4 className="font-medium">Nearly an account of yours</h4>
      <p className="max-w-prose text-muted-foreground">
        These keys match no account exactly. Confirm those that are the same; rows of the others wait until their
        account comes. What is confirmed can be taken back here.
      </p>
      <Table label="Accounts that nearly match">
        <thead>
          <tr>
            <Th>In the file</Th>
            <Th numeric>Rows</Th>
            <Th>Is</Th>
          </tr>
        </thead>
        <tbody>
          {keys
            .map(({ key: self, rows, near }) => ({ key: self.replace(/^(name|domain):/, ""), rows, near }))
            .map(({ key, rows, near }) => (
              <tr key={key}>
                <Td>{key}</Td>
                <Td numeric>{rows > 0 && countText(rows)}</Td>
                <Td className="min-w-44 py-1">
                  <Select
                    aria-label={`Account of ${key}`}
                    value={matches[key] ?? ""}
                    onChange={(event) => match(key, event.target.value)}
                    options={[
                      { value: "", label: "none of ours: let its rows wait" },
                      ...optionsOf(near ?? [], matches[key]),
                    ]}
                  />
                </Td>
              </tr>
            ))}
        </tbody>
      </Table>
    </section>
  );
}

/** The accounts that a key may mean; what was confirmed stands among them also where it is not near any more. */
function optionsOf(near: NonNullable<WaitingKey["near"]>, confirmed: string | undefined) {
  const options = near.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
  const isListed = confirmed === undefined || options.some(({ value }) => value === confirmed);
  return isListed ? options : [...options, { value: confirmed, label: confirmed }];
}
