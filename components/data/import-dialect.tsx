"use client";
import { useRef, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { describeImport } from "@/lib/actions/imports";
import { DELIMITER_WORDS, type Dialect, type DialectChoice, ENCODING_WORDS, headerOptions } from "./dialect-words";
import type { Profile } from "./imported-file";

interface Props {
  importId: number;
  fileName: string;
  profile: Pick<Profile, "dialect" | "choices" | "chosen">;
}

/** How a file is written, to be put right where it was found out wrongly; its rows below are read again at once. */
export function ImportDialect({ importId, fileName, profile }: Props) {
  const { dialect, choices, chosen } = profile;
  const [asked, setAsked] = useState<Partial<Dialect> | null>(null);
  const [said, setSaid] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLFieldSetElement>(null);
  const before = chosen.dialect ?? {};
  const isChosen = Object.keys(before).length > 0;
  const shown = { ...dialect, ...asked };
  const say = async (next: DialectChoice) => {
    setAsked(next);
    setSaid("Reading the file again…");
    const result = await answered(describeImport({ importId, dialect: next }));
    setAsked(null);
    setRefusal(result.ok ? null : result.message);
    setSaid(result.ok ? `Read again: ${result.value.columns.length} columns.` : "");
  };
  const choice = <Key extends keyof DialectChoice>(
    label: string,
    key: Key,
    options: ReadonlyArray<{ value: string; label: string; says: DialectChoice[Key] }>,
  ) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={String(shown[key])}
          options={options}
          onChange={(event) => {
            const option = options.find(({ value }) => value === event.target.value);
            // Another sheet has its own header.
            const { headerLine, ...kept } = before;
            const rest = key === "sheet" ? kept : before;
            if (option) void say({ ...rest, [key]: option.says });
          }}
        />
      )}
    </Field>
  );
  return (
    <fieldset ref={form} className="my-3 flex flex-col gap-3">
      <legend className="sr-only">How {fileName} is written</legend>
      <div className="grid items-start gap-4 md:grid-cols-3">
        {dialect.format === "xlsx" ? (
          choice(
            "Sheet",
            "sheet",
            choices.sheets.map((name) => ({ value: name, label: name, says: name })),
          )
        ) : (
          <>
            {choice("Cells are separated by", "delimiter", DELIMITER_WORDS)}
            {choice("Letters are written in", "encoding", ENCODING_WORDS)}
          </>
        )}
        {choice("The columns are named in", "headerLine", headerOptions(dialect, choices))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {isChosen && (
          <Button
            size="sm"
            onClick={() => {
              form.current?.querySelector("select")?.focus();
              void say({});
            }}
          >
            Back to what was found
          </Button>
        )}
        <p role="status" className="text-muted-foreground text-xs">
          {said}
        </p>
        {refusal && (
          <p role="alert" className="font-medium">
            {refusal}
          </p>
        )}
      </div>
    </fieldset>
  );
}
