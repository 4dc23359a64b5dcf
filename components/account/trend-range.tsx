import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SegmentedLinks } from "@/components/ui/segmented";
import { addMonths, type Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";

interface Props {
  slug: string;
  since: Day | null;
  from: Day;
  to: Day;
  today: Day;
}

const MONTHS = [24, 12, 6, 3];

/** Which days the trend shows: spans that end today, or any two days. The address keeps them. */
export function TrendRange({ slug, since, from, to, today }: Props) {
  const options = MONTHS.map((months) => ({
    value: addMonths(today, -months),
    label: `${months} months`,
    href: `${paths.account(slug, { since, from: addMonths(today, -months) })}#trend`,
  }));
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <SegmentedLinks label="Months" current={to === today ? from : ""} options={options} />
      <Form action={paths.account(slug)} scroll={false} className="flex flex-wrap items-center gap-2">
        {since && <input type="hidden" name="since" value={since} />}
        <span className="w-36">
          <Input key={from} type="date" name="from" aria-label="From" defaultValue={from} max={today} />
        </span>
        <span className="w-36">
          <Input key={to} type="date" name="to" aria-label="To" defaultValue={to} max={today} />
        </span>
        <Button type="submit">Show</Button>
      </Form>
    </div>
  );
}
