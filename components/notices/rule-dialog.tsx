"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { saveNoticeRule } from "@/lib/actions/notices";
import { ruleText } from "@/lib/core/notices/rule";

export interface EditedRule {
  id: number | null;
  measureKey: string;
  condition: { side: "below" | "above"; value: number };
  days: number;
  segment: string | null;
  enabled: boolean;
}

interface Props {
  rule: EditedRule;
  measures: readonly { key: string; name: string; unit: string }[];
  segments: readonly string[];
  onClose: () => void;
}

const SIDES = [
  { value: "below", label: "is below" },
  { value: "above", label: "is above" },
];

/** Makes a rule or changes one; its name is what it says. */
export function RuleDialog({ rule, measures, segments, onClose }: Props) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [key, setKey] = useState(rule.measureKey);
  const [isPending, startTransition] = useTransition();
  const measure = measures.find((one) => one.key === key);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const side: "below" | "above" = text("side") === "above" ? "above" : "below";
    const condition = { side, value: text("value") === "" ? Number.NaN : Number(text("value")) };
    const [days, segment] = [Number(text("days")), text("segment") || null];
    const name = `${ruleText(condition, measure?.name ?? key, days)}${segment ? ` in ${segment}` : ""}`.slice(0, 120);
    startTransition(async () => {
      const enabled = rule.id === null || data.get("enabled") === "on";
      const given = { name, measureKey: key, condition, days, segment, enabled };
      const result = await answered(saveNoticeRule({ ...(rule.id !== null && { id: rule.id }), ...given }));
      if (result.ok) return onClose();
      setErrors(result.fields);
      setMessage(result.message);
    });
  };
  return (
    <Dialog open onClose={onClose} title={rule.id === null ? "Add a rule" : "Change the rule"}>
      <form onSubmit={save} className="flex flex-col gap-4">
        {message && Object.keys(errors).length === 0 && (
          <p role="alert" className="font-medium">
            {message}
          </p>
        )}
        <Field label="Tell an account's owners when" error={errors.measureKey}>
          {(control) => (
            <Select
              {...control}
              value={key}
              onChange={({ target }) => setKey(target.value)}
              options={measures.map((one) => ({ value: one.key, label: one.name }))}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label="Side">
            {(control) => <Select {...control} name="side" options={SIDES} defaultValue={rule.condition.side} />}
          </Field>
          <Field label={`Value${measure?.unit ? ` (${measure.unit})` : ""}`} error={errors["condition.value"]}>
            {(control) => (
              <Input {...control} name="value" type="number" step="any" required defaultValue={rule.condition.value} />
            )}
          </Field>
          <Field label="For days in a row" error={errors.days}>
            {(control) => (
              <Input {...control} name="days" type="number" min={1} max={90} required defaultValue={rule.days} />
            )}
          </Field>
          <Field label="Segment">
            {(control) => (
              <Select
                {...control}
                name="segment"
                defaultValue={rule.segment ?? ""}
                options={[
                  { value: "", label: "All" },
                  ...segments.map((segment) => ({ value: segment, label: segment })),
                ]}
              />
            )}
          </Field>
        </div>
        {rule.id !== null && (
          <label className="flex items-center gap-2">
            <input type="checkbox" name="enabled" defaultChecked={rule.enabled} className="size-4" />
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
