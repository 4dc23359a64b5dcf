"use client";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SegmentedLinks } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useKeys } from "@/components/ui/use-keys";
import type { Day } from "@/lib/core/calendar";

interface Props {
  /** Where the form leads: the page itself. */
  action: string;
  book: string;
  owners: readonly { value: string; label: string; href: string }[];
  segment: string | null;
  segments: readonly string[];
  period: { from: Day; to: Day };
  today: Day;
  /** What the address holds besides. */
  kept: Readonly<Record<string, string>>;
  /** Where Shift c leads: with a comparison, or without it again. Absent, it leads to the first of the two days. */
  compared?: string;
  /** What the button says. */
  submit?: string;
}

/** Whose accounts, which segment, and which two days are compared; all of it ends up in the address. */
export function ScopeBar(props: Props) {
  const { action, book, owners, segment, segments, period, today, kept, compared, submit = "Compare" } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const from = useRef<HTMLInputElement>(null);
  useKeys("shift+c", () => (compared ? router.push(compared, { scroll: false }) : from.current?.focus()), {
    preventDefault: true,
  });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SegmentedLinks label="Whose accounts" current={book} options={owners} />
      <Form
        ref={form}
        action={action}
        scroll={false}
        className="flex flex-wrap items-center gap-2 max-md:grid max-md:w-full max-md:grid-cols-2"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select
          name="segment"
          aria-label="Segment"
          key={segment}
          defaultValue={segment ?? ""}
          options={[{ value: "", label: "All segments" }, ...segments.map((value) => ({ value, label: value }))]}
          onChange={() => form.current?.requestSubmit()}
          className="w-auto! max-md:col-span-2 max-md:w-full!"
        />
        <Input
          key={`from${period.from}`}
          ref={from}
          type="date"
          name="from"
          aria-label={`${submit} from`}
          defaultValue={period.from}
          max={today}
          required
          className="w-36! max-md:w-full!"
        />
        <span aria-hidden className="max-md:hidden">
          →
        </span>
        <Input
          key={`to${period.to}`}
          type="date"
          name="to"
          aria-label={`${submit} to`}
          defaultValue={period.to}
          max={today}
          required
          className="w-36! max-md:w-full!"
        />
        <Button type="submit" className="justify-center max-md:col-span-2">
          {submit}
        </Button>
      </Form>
    </div>
  );
}
