import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { type CardCounts, habitsOf } from "@/lib/core/scorecard/card-habits";
import { dayShort } from "@/lib/format";
import { BEHIND_MORE } from "./behind-more";

interface Row extends CardCounts {
  personId: number;
  name: string;
  due: number;
  confirmed: number;
  byOthers: number;
  expired: number;
  submittedOn: Day | null;
}

interface Props {
  rows: readonly Row[];
  isOverdue: boolean;
  hrefOf: (personId: number) => string;
}

const cell = "border-b px-2 py-1.5 text-left align-top font-normal";

/** How far each person is with the month, and what their cards look like: facts for whoever leads them, by name. */
export function CompletionPanel({ rows, isOverdue, hrefOf }: Props) {
  if (rows.length === 0) return null;
  return (
    <section
      aria-label="Who has filled the month"
      className={cx("mb-4 overflow-x-auto rounded-card border bg-card", BEHIND_MORE)}
    >
      <table className="w-full border-separate border-spacing-0">
        <thead className="text-muted-foreground text-xs">
          <tr>
            {["Person", "Confirmed", "Open", "Expired", "Month", "What stands out"].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.personId}>
              <th scope="row" className={cell}>
                <Link href={hrefOf(row.personId)} className="font-medium hover:underline">
                  {row.name}
                </Link>
              </th>
              <td className={cell}>
                {row.confirmed} of {row.due}
                {row.byOthers > 0 && (
                  <span className="block text-muted-foreground text-xs">{row.byOthers} filed by somebody else</span>
                )}
              </td>
              <td className={cell}>
                {row.due - row.confirmed}
                {isOverdue && row.confirmed < row.due && <span className="font-medium"> overdue</span>}
              </td>
              <td className={cell}>{row.expired}</td>
              <td className={cell}>{row.submittedOn ? `submitted ${dayShort(row.submittedOn)}` : "open"}</td>
              <td className={cell}>{habitsOf(row).join(" · ") || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
