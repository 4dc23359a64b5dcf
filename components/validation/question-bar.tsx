"use client";
import Form from "next/form";
import { useRef } from "react";
import { ChipLink } from "@/components/ui/chip-link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";

export type Choice = { value: string; label: string };

interface Props {
  action: string;
  horizon: { current: string; options: readonly (Choice & { href: string })[] };
  before: { current: string; options: readonly (Choice & { href: string })[] };
  selects: readonly { name: string; label: string; value: string; options: readonly Choice[] }[];
  switches: readonly { label: string; active: boolean; href: string }[];
  /** What the address holds besides. */
  kept: Readonly<Record<string, string>>;
}

/** What is asked: how many days ahead, of which version and decisions; all of it ends up in the address. */
export function QuestionBar({ action, horizon, before, selects, switches, kept }: Props) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SegmentedLinks label="Days before" current={horizon.current} options={horizon.options} />
      <SegmentedLinks label="Counted back from" current={before.current} options={before.options} />
      <Form ref={form} action={action} scroll={false} className="flex flex-wrap gap-2 max-md:w-full">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {selects.map(({ name, label, value, options }) => (
          <Select
            key={`${name}${value}`}
            name={name}
            aria-label={label}
            defaultValue={value}
            options={options}
            onChange={() => form.current?.requestSubmit()}
            className="w-auto! max-md:w-full!"
          />
        ))}
      </Form>
      {switches.map(({ label, active, href }) => (
        <ChipLink key={label} href={href} active={active}>
          {label}
        </ChipLink>
      ))}
    </div>
  );
}
