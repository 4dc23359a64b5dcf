"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { savePreferences } from "@/lib/actions/notices";
import type { NoticeChoice, NoticeKind } from "@/lib/core/notices/kinds";

interface Props {
  rows: readonly { kind: NoticeKind; name: string; choice: NoticeChoice }[];
  digest: "daily" | "weekly" | "none";
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string | null;
  organisationTimeZone: string;
  timeZones: readonly string[];
  mails: boolean;
}

const MAILS = [
  { value: "now", label: "At once" },
  { value: "digest", label: "In the digest" },
  { value: "none", label: "No" },
];
const DIGESTS = [
  { value: "weekly", label: "Mondays at 07:30" },
  { value: "daily", label: "Every day at 07:30" },
  { value: "none", label: "Never" },
];

/** What one is told of, by which way, and when. */
export function PreferencesForm({ rows, mails, ...saved }: Props) {
  const toast = useToast();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isPending, startTransition] = useTransition();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "") || null;
    const notices = Object.fromEntries(
      rows.map(({ kind, choice }) => {
        const mail = (text(`mail-${kind}`) ?? choice.mail) as NoticeChoice["mail"];
        return [kind, { inApp: data.get(`inbox-${kind}`) === "on", mail }];
      }),
    );
    startTransition(async () => {
      const result = await answered(
        savePreferences({
          notices,
          digest: (text("digest") ?? saved.digest) as Props["digest"],
          quietFrom: text("quietFrom"),
          quietUntil: text("quietUntil"),
          timeZone: text("timeZone"),
        }),
      );
      setErrors(result.ok ? {} : result.fields);
      if (result.ok) toast({ title: "Saved" });
      else toast({ title: "Not saved", description: result.message, failed: true });
    });
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      {!mails && (
        <p className="font-medium">
          No mail server is set: notices stay in the inbox. E-mail begins once SMTP_URL and MAIL_FROM are set where
          Bellwether runs.
        </p>
      )}
      <Table label="What you are told of">
        <thead>
          <tr>
            <Th>When</Th>
            <Th>Inbox</Th>
            <Th>E-mail</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, name, choice }) => (
            <tr key={kind}>
              <th scope="row" className="h-9 border-b px-2 text-left font-normal">
                {name}
              </th>
              <Td>
                <input
                  type="checkbox"
                  name={`inbox-${kind}`}
                  defaultChecked={choice.inApp}
                  aria-label={`In the inbox: ${name}`}
                  className="size-4 max-md:size-6"
                />
              </Td>
              <Td>
                <Select
                  name={`mail-${kind}`}
                  options={MAILS}
                  defaultValue={choice.mail}
                  aria-label={`By e-mail: ${name}`}
                  className="min-w-38"
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Digest" hint="At most ten accounts, the most pressing first, then a link.">
          {(control) => <Select {...control} name="digest" options={DIGESTS} defaultValue={saved.digest} />}
        </Field>
        <Field label="Your time zone" error={errors.timeZone}>
          {(control) => (
            <Select
              {...control}
              name="timeZone"
              defaultValue={saved.timeZone ?? ""}
              options={[
                { value: "", label: `The organisation's (${saved.organisationTimeZone})` },
                ...saved.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
              ]}
            />
          )}
        </Field>
        <Field label="Quiet from" hint="What is due in quiet hours is mailed when they end." error={errors.quietFrom}>
          {(control) => <Input {...control} name="quietFrom" type="time" defaultValue={saved.quietFrom ?? ""} />}
        </Field>
        <Field label="Quiet until" error={errors.quietUntil}>
          {(control) => <Input {...control} name="quietUntil" type="time" defaultValue={saved.quietUntil ?? ""} />}
        </Field>
      </div>
      <Button type="submit" variant="primary" className="self-start" disabled={isPending}>
        {isPending ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
