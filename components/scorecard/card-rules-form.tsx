"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import { saveCardRules } from "@/lib/actions/scorecards";
import { CardSettings } from "@/lib/core/scorecard/card-settings";
import { RulesEffect } from "./card-rules-effect";

type Rules = CardSettings & { scorecardOwner: "am" | "csm"; hideMeasured: boolean };

const OWNERS = [
  { value: "am", label: "Account manager, else CSM" },
  { value: "csm", label: "CSM, else account manager" },
] as const;

/** The rules of the month's cards; what they would do stands beside them before they are saved. */
export function CardRulesForm({ rules, segments }: { rules: Rules; segments: readonly string[] }) {
  const toast = useToast();
  const [draft, setDraft] = useState(rules);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const { dueDay, quarterlyGreens, exemptSegments, scorecardOwner, hideMeasured } = draft;
  const tried = { dueDay, quarterlyGreens, exemptSegments };
  const checked = CardSettings.safeParse(tried);
  const problem = checked.success ? refusal : (checked.error.issues[0]?.message ?? null);
  const change = (part: Partial<Rules>) => {
    setRefusal(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const toggled = (segment: string) =>
    exemptSegments.includes(segment) ? exemptSegments.filter((each) => each !== segment) : [...exemptSegments, segment];
  const save = () =>
    startTransition(async () => {
      const result = await answered(saveCardRules(draft));
      if (result.ok) toast({ title: "Saved, and health computed anew" });
      else setRefusal(result.message);
    });
  return (
    <form
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.success) save();
      }}
    >
      <Field
        label="Cards are due on day"
        hint="A month that is shorter ends earlier. A card counts until 15 days after the next one is due."
        error={problem}
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={31}
            className="w-24"
            value={Number.isNaN(dueDay) ? "" : dueDay}
            onChange={(event) => change({ dueDay: event.target.valueAsNumber })}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1">
        <span aria-hidden className="font-medium">
          Who answers
        </span>
        <Segmented
          name="scorecard-owner"
          label="Who answers"
          value={scorecardOwner}
          options={OWNERS}
          onChange={(value) => change({ scorecardOwner: value === "csm" ? "csm" : "am" })}
        />
      </div>
      <Check
        label="Stable green accounts answer once a quarter: green for 90 days, decision more than 180 days away"
        isOn={quarterlyGreens}
        onChange={(isOn) => change({ quarterlyGreens: isOn })}
      />
      <Check
        label="Keep a row's measured score back until its three answers are given"
        isOn={hideMeasured}
        onChange={(isOn) => change({ hideMeasured: isOn })}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">Segments without cards: their health is the measured score alone</legend>
        {segments.map((segment) => (
          <Check
            key={segment}
            label={segment}
            isOn={exemptSegments.includes(segment)}
            onChange={() => change({ exemptSegments: toggled(segment) })}
          />
        ))}
      </fieldset>
      {checked.success && <RulesEffect tried={tried} />}
      <div>
        <Button type="submit" variant="primary" disabled={isPending || !checked.success}>
          {isPending ? "Saving and computing…" : "Save"}
        </Button>
      </div>
    </form>
  );
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
