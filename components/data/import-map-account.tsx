"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { keyOf, sourceOf } from "./edit-mapping";
import type { MappedFile, Mapping } from "./imported-file";

interface Props {
  file: MappedFile;
  table: string;
  mapping: Mapping;
  others: readonly MappedFile[];
  onChange: (mapping: Mapping) => void;
}

const BY = [
  { value: "external_id", label: "its ID" },
  { value: "name", label: "its name" },
  { value: "domain", label: "its domain" },
] as const;

const THROUGH = [
  { value: "contracts", label: "a contract's ID" },
  { value: "invoices", label: "an invoice's ID" },
  { value: "tickets", label: "a ticket's ID" },
  { value: "contacts", label: "a contact's ID" },
] as const;

/** What the account column holds: an account's ID, name or domain, or a key that another table or file leads from. */
export function ImportMapAccount({ file, table, mapping, others, onChange }: Props) {
  const source = sourceOf(mapping, keyOf(table));
  if (!source || table === "people") return null;
  const withSource = (next: object) => ({
    ...mapping,
    columns: { ...mapping.columns, [keyOf(table)]: { from: source.from, ...next } },
  });
  const choose = (value: string) => {
    const [kind, name = ""] = value.split(":");
    const by = BY.find((one) => one.value === name);
    const through = THROUGH.find((one) => one.value === name);
    const other = others.find(({ id }) => String(id) === name);
    if (kind === "by" && by) onChange({ ...withSource({}), accountBy: by.value });
    if (kind === "through" && through)
      onChange({ ...withSource({ through: through.value }), accountBy: "external_id" });
    if (kind !== "link" || !other) return;
    const link = { importId: other.id, ...guessedLink(other, source.from) };
    onChange({ ...withSource({ link: `file-${other.id}` }), links: { ...mapping.links, [`file-${other.id}`]: link } });
  };
  const link = source.link ? mapping.links?.[source.link] : undefined;
  const from = others.find(({ id }) => id === link?.importId);
  const current = link
    ? `link:${link.importId}`
    : source.through
      ? `through:${source.through}`
      : `by:${mapping.accountBy ?? "external_id"}`;
  const linkColumn = (label: string, part: "key" | "account") =>
    link && from && source.link ? (
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={link[part]}
            options={from.profile.columns.map(({ header }) => ({ value: header, label: header }))}
            onChange={(event) =>
              onChange({
                ...mapping,
                links: { ...mapping.links, [source.link ?? ""]: { ...link, [part]: event.target.value } },
              })
            }
          />
        )}
      </Field>
    ) : null;
  return (
    <>
      <Field label={`“${source.from}” names an account by`} hint={hintOf(current)}>
        {(control) => (
          <Select
            {...control}
            value={current}
            onChange={(event) => choose(event.target.value)}
            options={[
              ...BY.map(({ value, label }) => ({ value: `by:${value}`, label })),
              ...(table === "accounts"
                ? []
                : THROUGH.map(({ value, label }) => ({ value: `through:${value}`, label }))),
              ...(table === "accounts"
                ? []
                : others.map(({ id, fileName }) => ({ value: `link:${id}`, label: `a key in ${fileName}` }))),
            ]}
          />
        )}
      </Field>
      {linkColumn(`Its column in ${from?.fileName}`, "key")}
      {linkColumn(`The account beside it`, "account")}
      {link && !from && (
        <p className="text-muted-foreground text-xs">
          The file that {file.fileName} joins through was removed: choose again.
        </p>
      )}
    </>
  );
}

function hintOf(current: string): string {
  if (current.startsWith("by:"))
    return "Matched exactly but for case and blanks; near misses are shown for you to confirm.";
  return "The account is the one that the key belongs to.";
}

function guessedLink(other: MappedFile, from: string): { key: string; account: string } {
  const headers = other.profile.columns.map(({ header }) => header);
  const mapping = other.mapping ?? other.profile.suggestion.mapping;
  const first = headers[0] ?? "";
  return {
    key:
      headers.find((header) => header.toLowerCase() === from.toLowerCase()) ?? sourceOf(mapping, "id")?.from ?? first,
    account: sourceOf(mapping, "account_id")?.from ?? first,
  };
}
