"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { saveEndpoint } from "@/lib/actions/notices";
import { EVENT_KINDS, NOTICE_KINDS, type NoticeKind } from "@/lib/core/notices/kinds";

export interface EditedEndpoint {
  id: number | null;
  kind: "slack" | "webhook";
  name: string;
  url: string;
  events: readonly NoticeKind[];
  enabled: boolean;
}

/** Makes an endpoint or changes one. A new webhook's signing secret is shown here, once. */
export function EndpointDialog({ endpoint, onClose }: { endpoint: EditedEndpoint; onClose: () => void }) {
  const { id, kind } = endpoint;
  const [refusal, setRefusal] = useState<{ message: string; fields: Readonly<Record<string, string>> } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const isKept = id !== null && kind === "slack";
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const url = String(data.get("url") ?? "").trim();
    startTransition(async () => {
      const result = await answered(
        saveEndpoint({
          ...(id !== null && { id }),
          kind,
          name: String(data.get("name") ?? ""),
          ...(url && { url }),
          events: EVENT_KINDS.filter((event) => data.get(event) === "on"),
          enabled: id === null || data.get("enabled") === "on",
        }),
      );
      if (!result.ok) return setRefusal(result);
      if (result.value.secret) return setSecret(result.value.secret);
      onClose();
    });
  };
  if (secret !== null) {
    return (
      <Dialog open onClose={onClose} title="Its signing secret">
        <p>
          The receiver checks by it that messages come from here (Standard Webhooks, v1). It is shown this once: keep it
          now.
        </p>
        <code className="break-all rounded-control bg-muted p-2">{secret}</code>
        <Button variant="primary" className="self-start" onClick={onClose} data-first>
          I have kept it
        </Button>
      </Dialog>
    );
  }
  const fields = refusal?.fields ?? {};
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${id === null ? "Add" : "Change"} ${kind === "slack" ? "Slack" : "a webhook"}`}
    >
      <form onSubmit={save} className="flex flex-col gap-4">
        {refusal && Object.keys(fields).every((name) => !["name", "url"].includes(name)) && (
          <p role="alert" className="font-medium">
            {refusal.message}
          </p>
        )}
        <Field label="Name" error={fields.name}>
          {(control) => <Input {...control} name="name" required maxLength={80} defaultValue={endpoint.name} />}
        </Field>
        <Field
          label="Address"
          error={fields.url}
          hint={
            kind === "slack"
              ? `The incoming webhook of Slack, Mattermost or another that takes its format; stored encrypted.${isKept ? " Leave empty to keep it." : ""}`
              : "Messages are posted there, signed. Public addresses on ports 80 and 443, no redirects."
          }
        >
          {(control) => (
            <Input
              {...control}
              name="url"
              type="url"
              required={!isKept}
              defaultValue={isKept ? "" : endpoint.url}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">Events</legend>
          {EVENT_KINDS.map((event) => (
            <label key={event} className="flex items-center gap-2 max-md:min-h-11">
              <input
                type="checkbox"
                name={event}
                defaultChecked={endpoint.events.includes(event)}
                className="size-4 shrink-0"
              />
              <span>
                {NOTICE_KINDS[event].name}{" "}
                <code className="text-muted-foreground text-xs">{NOTICE_KINDS[event].type}</code>
              </span>
            </label>
          ))}
        </fieldset>
        {id !== null && (
          <label className="flex items-center gap-2">
            <input type="checkbox" name="enabled" defaultChecked={endpoint.enabled} className="size-4" />
            On
          </label>
        )}
        <Button type="submit" variant="primary" className="self-start" disabled={isPending}>
          {isPending ? "Saving…" : "Save"}
        </Button>
      </form>
    </Dialog>
  );
}
