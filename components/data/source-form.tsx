"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { saveSource, testSource } from "@/lib/actions/sources";
import { paths } from "@/lib/paths";
import { QueryFields, type QueryRow, queriesOf } from "./query-fields";
import { type TestedSource, TestResults } from "./test-results";

export interface EditedSource {
  id: number;
  name: string;
  promisedHours: number;
  everyMinutes: number | null;
  enabled: boolean;
  tables: Record<string, { query: string; cursor: string | null }>;
}

interface Props {
  kind: "postgres" | "stripe" | "segment";
  source: EditedSource | null;
}

const NAMES = { postgres: "Warehouse", stripe: "Stripe", segment: "Segment" };
const EVERY = [
  { value: "15", label: "every 15 minutes" },
  { value: "60", label: "every hour" },
  { value: "360", label: "every 6 hours" },
  { value: "1440", label: "every day" },
];

/** A source's settings: makes one or changes it. A database can be tried before anything is kept. */
export function SourceForm({ kind, source }: Props) {
  const router = useRouter();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const [queries, setQueries] = useState<readonly QueryRow[]>(queriesOf(source?.tables ?? {}));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState<"save" | "test" | null>(null);
  const [tested, setTested] = useState<TestedSource | null>(null);

  const refuse = ({ message, fields }: { message: string; fields: Readonly<Record<string, string>> }) => {
    setErrors(fields);
    setRefusal(Object.keys(fields).some((name) => SHOWN.has(name)) ? null : message);
  };
  const read = () => {
    const data = new FormData(form.current as HTMLFormElement);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const tables = Object.fromEntries(queries.map(({ table, query, cursor }) => [table, { query, cursor }]));
    return { text, tables, ...(source && { id: source.id }), enabled: data.get("enabled") === "on" || !source };
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { text, tables, ...kept } = read();
    const common = { ...kept, name: text("name"), promisedHours: Number(text("promisedHours")) };
    const given = (name: string) => (text(name) ? { [name]: text(name) } : {});
    setBusy("save");
    const result = await answered(
      saveSource(
        kind === "postgres"
          ? { ...common, kind, ...given("connection"), tables, everyMinutes: Number(text("everyMinutes")) }
          : kind === "stripe"
            ? { ...common, kind, ...given("secret") }
            : { ...common, kind },
      ),
    );
    setBusy(null);
    if (!result.ok) return refuse(result);
    refuse({ message: "", fields: {} });
    toast({ title: "Saved", description: kind === "postgres" ? "It is read within a minute." : undefined });
    if (source) router.refresh();
    else router.push(paths.source(result.value.id));
  };
  const tryOut = async () => {
    const { text, tables, id } = read();
    const connection = text("connection");
    setBusy("test");
    setTested(null);
    const result = await answered(testSource({ tables, ...(id && { id }), ...(connection && { connection }) }));
    setBusy(null);
    if (!result.ok) return refuse(result);
    refuse({ message: "", fields: {} });
    setTested(result.value);
  };

  return (
    <form ref={form} onSubmit={submit} className="flex max-w-180 flex-col gap-4">
      {refusal && (
        <p role="alert" className="font-medium">
          {refusal}
        </p>
      )}
      <Field label="Name" error={errors.name}>
        {(control) => (
          <Input {...control} name="name" required maxLength={80} defaultValue={source?.name ?? NAMES[kind]} />
        )}
      </Field>
      {kind === "postgres" && (
        <>
          <Field
            label="Connection"
            error={errors.connection}
            hint={`${source ? "Leave empty to keep the one that is stored. " : ""}postgres://reader:password@host:5432/database, of a user who may only read. It is stored encrypted and never shown. Private addresses are allowed.`}
          >
            {(control) => (
              <Input {...control} name="connection" type="password" autoComplete="off" spellCheck={false} />
            )}
          </Field>
          <QueryFields rows={queries} onChange={setQueries} errors={errors} />
          <Field label="Read it" error={errors.everyMinutes}>
            {(control) => (
              <Select
                {...control}
                name="everyMinutes"
                options={EVERY}
                defaultValue={String(source?.everyMinutes ?? 1440)}
              />
            )}
          </Field>
        </>
      )}
      {kind === "stripe" && (
        <Field
          label="Signing secret"
          error={errors.secret}
          hint={`${source ? "Leave empty to keep the one that is stored. " : ""}Begins with whsec_. It is stored encrypted and never shown.`}
        >
          {(control) => <Input {...control} name="secret" type="password" autoComplete="off" spellCheck={false} />}
        </Field>
      )}
      <Field
        label="Promise, in hours"
        error={errors.promisedHours}
        hint="How old its newest delivery may be before it counts as late."
      >
        {(control) => (
          <Input
            {...control}
            name="promisedHours"
            type="number"
            min={1}
            max={2160}
            defaultValue={source?.promisedHours ?? 26}
          />
        )}
      </Field>
      {source && (
        <label className="flex items-center gap-2">
          <input type="checkbox" name="enabled" defaultChecked={source.enabled} className="size-4" />
          Takes deliveries
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy !== null}>
          {busy === "save" ? "Saving…" : "Save"}
        </Button>
        {kind === "postgres" && (
          <Button onClick={tryOut} disabled={busy !== null}>
            {busy === "test" ? "Testing…" : "Test"}
          </Button>
        )}
      </div>
      {tested && <TestResults tested={tested} />}
    </form>
  );
}

const SHOWN = new Set(["name", "connection", "secret", "everyMinutes", "promisedHours"]);
