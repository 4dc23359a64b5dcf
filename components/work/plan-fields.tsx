"use client";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import { PLAYS } from "@/lib/core/playbook/plays";
import { CAUSE_OPTIONS } from "./cause-options";
import { type MeasureChoice, MeasureFields } from "./measure-fields";
import type { PlanValues } from "./plan-values";

export interface Named {
  personId: number;
  name: string;
}

interface Props {
  values: PlanValues;
  onChange: (change: Partial<PlanValues>) => void;
  errors: Readonly<Record<string, string>>;
  /** Where the cause comes from, in words. */
  causeHint: string | null;
  measures: readonly MeasureChoice[];
  owners: readonly Named[];
  sponsors: readonly Named[];
}

/** What a plan says: why, what is wanted, what moves, the next step and its day, who. */
export function PlanFields({ values, onChange, errors, causeHint, measures, owners, sponsors }: Props) {
  const person = (key: "ownerId" | "sponsorId", label: string, none: string, people: readonly Named[]) => (
    <Field label={label} error={errors[key]}>
      {(control) => (
        <Select
          {...control}
          value={values[key]}
          onChange={(event) => onChange({ [key]: event.target.value })}
          options={[
            { value: "", label: none },
            ...people.map(({ personId, name }) => ({ value: String(personId), label: name })),
          ]}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label="Cause" error={errors.cause} hint={causeHint}>
        {(control) => (
          <Select
            {...control}
            required
            value={values.cause}
            onChange={(event) => onChange({ cause: event.target.value as Cause | "" })}
            options={[{ value: "", label: "Choose one" }, ...CAUSE_OPTIONS]}
          />
        )}
      </Field>
      <Field label="Play" error={errors.play} hint={PLAYS.find(({ key }) => key === values.play)?.when}>
        {(control) => (
          <Select
            {...control}
            value={values.play}
            onChange={(event) => onChange({ play: event.target.value })}
            options={[{ value: "", label: "None" }, ...playOptions(values.cause)]}
          />
        )}
      </Field>
      <Field label="Goal" error={errors.goal}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={values.goal}
            onChange={(event) => onChange({ goal: event.target.value })}
          />
        )}
      </Field>
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          checked={values.isAgreed}
          onChange={(event) => onChange({ isAgreed: event.target.checked })}
        />
        The customer agreed to it
      </label>
      <MeasureFields values={values} measures={measures} errors={errors} onChange={onChange} />
      <div className="grid grid-cols-[1fr_9rem] gap-3">
        <Field label="Next step" error={errors.nextStep}>
          {(control) => (
            <Input
              {...control}
              required
              value={values.nextStep}
              onChange={(event) => onChange({ nextStep: event.target.value })}
            />
          )}
        </Field>
        <Field label="By" error={errors.dueOn}>
          {(control) => (
            <Input
              {...control}
              type="date"
              required
              value={values.dueOn}
              onChange={(event) => onChange({ dueOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className={values.kind === "recovery" ? "grid grid-cols-2 gap-3" : ""}>
        {person("ownerId", "Owner", "Me", owners)}
        {values.kind === "recovery" && person("sponsorId", "Executive sponsor", "Nobody yet", sponsors)}
      </div>
    </>
  );
}

/** Every play, those that fit the cause first. */
function playOptions(cause: Cause | "") {
  const fitting = cause === "" ? [] : CAUSE_BOOK[cause].plays;
  const rank = ({ key }: { key: string }) => (fitting.includes(key) ? fitting.indexOf(key) : fitting.length);
  return PLAYS.toSorted((a, b) => rank(a) - rank(b)).map(({ key, name }) => ({ value: key, label: name }));
}
