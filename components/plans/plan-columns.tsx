import { causeName } from "@/components/account/open-plan";
import type { DataColumn } from "@/components/data-table/data-table";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { bandName } from "@/components/triage/queue-row";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayText, durationText, inText, moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isOverdue, type PlanLine } from "./plan-line";
import { PlanStatus } from "./plan-status";

/** The list's columns: the account and its next step first, then who, why, when, and how it stands. */
export function planColumns(today: Day, currency: string): DataColumn<PlanLine>[] {
  return [
    {
      id: "account",
      header: "Account and next step",
      sort: "name",
      className: "w-full min-w-48 max-w-0",
      cell: (row) => (
        <>
          <Link
            href={paths.account(row.slug, {})}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
            className="block truncate font-medium hover:underline"
          >
            <bdi>{row.name}</bdi>
          </Link>
          <span className="block truncate text-muted-foreground">{row.nextStep ?? "No next step"}</span>
        </>
      ),
      title: (row) => row.nextStep ?? "",
    },
    {
      id: "due",
      header: "Due",
      sort: "due",
      className: "whitespace-nowrap",
      cell: (row) => <Due row={row} today={today} />,
    },
    {
      id: "band",
      header: "Band",
      className: "max-xl:in-data-peek:hidden",
      cell: (row) => <BandBadge tone={toneOfCode(row.tone)} name={bandName(row.band)} />,
    },
    {
      id: "days",
      header: "In band",
      sort: "days",
      numeric: true,
      className: "max-lg:hidden max-xl:in-data-peek:hidden whitespace-nowrap",
      cell: (row) => (row.bandSince ? durationText(daysBetween(row.bandSince, today)) : "—"),
    },
    {
      id: "owner",
      header: "Owner",
      className: "max-xl:hidden in-data-peek:hidden whitespace-nowrap",
      cell: (row) => row.owner ?? "nobody",
    },
    {
      id: "kind",
      header: "Kind",
      className: "max-xl:in-data-peek:hidden",
      cell: (row) => (row.kind === "recovery" ? "Recovery" : "Action"),
    },
    {
      id: "cause",
      header: "Cause",
      className: "max-xl:hidden in-data-peek:hidden",
      cell: (row) => (row.cause ? causeName(row.cause) : "—"),
    },
    {
      id: "arr",
      header: "ARR",
      sort: "arr",
      numeric: true,
      className: "max-xl:hidden in-data-peek:hidden",
      title: (row) => moneyFull(row.arrCents, currency),
      cell: (row) => moneyShort(row.arrCents, currency),
    },
    {
      id: "status",
      header: "Status",
      className: "min-w-60 max-xl:in-data-peek:min-w-44",
      cell: (row) => <PlanStatus plan={row} />,
    },
  ];
}

/** The day of the next step, and how long it is overdue or ahead. */
export function Due({ row, today }: { row: PlanLine; today: Day }) {
  if (!row.dueOn) return <span className="text-muted-foreground">—</span>;
  const late = isOverdue(row, today);
  return (
    <>
      <span className={cx("md:block", late && "font-semibold")}>{dayText(row.dueOn)}</span>{" "}
      {row.status === "open" && (
        <span className={cx("text-xs md:block", late ? "font-semibold" : "text-muted-foreground")}>
          {late ? `${durationText(daysBetween(row.dueOn, today))} overdue` : inText(today, row.dueOn)}
        </span>
      )}
    </>
  );
}
