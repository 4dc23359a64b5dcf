"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useQueryState } from "nuqs";
import { useEffect } from "react";
import { buttonClass } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Table, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import { PeekPanel } from "./peek-panel";
import { TriageCard } from "./triage-card";
import { type QueueRow, TriageRowView } from "./triage-row";
import { useListKeys } from "./use-list-keys";

interface Props {
  rows: QueueRow[];
  today: Day;
  currency: string;
  peek: string | null;
  sort: { current: string; hrefs: Record<string, string> };
  next: string | null;
  first: string | null;
}

const COLUMNS = [
  { name: "Account and why it is here", sort: "name" },
  { name: "Measured", numeric: true, wide: true },
  { name: "People say", wide: true },
  { name: "Health", sort: "health" },
  { name: "30 d", sort: "change", numeric: true },
  { name: "12 weeks" },
  { name: "ARR", sort: "arr", numeric: true },
  { name: "Renews · decide by", sort: "decide_by", numeric: true },
] as const;

/** The queue: one row an account, moved through by j and k; Space opens the reasons beside it, Enter the account. */
export function TriageQueue({ rows, today, currency, peek: initialPeek, sort, next, first }: Props) {
  const router = useRouter();
  const [peek, setPeek] = useQueryState("peek", { defaultValue: initialPeek ?? "", history: "replace", shallow: true });
  const slugAt = (index: number) => rows[index]?.slug ?? "";
  const { active, setActive } = useListKeys({
    count: rows.length,
    start: Math.max(
      0,
      rows.findIndex(({ slug }) => slug === initialPeek),
    ),
    onOpen: (index) => router.push(paths.account(slugAt(index))),
    onPeek: (index) => void setPeek(peek === slugAt(index) ? null : slugAt(index)),
    onClose: () => void setPeek(null),
  });
  const activeSlug = slugAt(active);
  // An open peek follows the active row.
  useEffect(() => {
    if (peek && activeSlug && peek !== activeSlug) void setPeek(activeSlug);
  }, [activeSlug, peek, setPeek]);
  const choose = (index: number) => {
    setActive(index);
    void setPeek(slugAt(index));
  };
  return (
    <div className="group flex items-start gap-6" data-peek={peek ? "open" : undefined}>
      <div className="min-w-0 flex-1">
        <div className="max-md:hidden">
          <Table label="Queue" role="grid" aria-activedescendant={`row-${active}`} tabIndex={0}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <Th
                    key={column.name}
                    numeric={"numeric" in column}
                    className={"wide" in column ? "max-lg:hidden group-data-peek:hidden" : undefined}
                    {...("sort" in column
                      ? {
                          sort: {
                            href: sort.hrefs[column.sort] ?? "",
                            direction: directionOf(column.sort, sort.current),
                          },
                        }
                      : {})}
                  >
                    {column.name}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <TriageRowView
                  key={row.accountId}
                  id={`row-${index}`}
                  row={row}
                  today={today}
                  currency={currency}
                  isActive={index === active}
                  onChoose={() => choose(index)}
                />
              ))}
            </tbody>
          </Table>
        </div>
        <ul className="flex flex-col gap-2 md:hidden">
          {rows.map((row) => (
            <TriageCard key={row.accountId} row={row} today={today} currency={currency} />
          ))}
        </ul>
        <footer className="mt-3 flex flex-wrap items-center gap-3 text-muted-foreground text-xs">
          {first && (
            <Link href={first} className={buttonClass({ size: "sm" })}>
              First page
            </Link>
          )}
          {next && (
            <Link href={next} className={buttonClass({ size: "sm" })}>
              Next {rows.length}
            </Link>
          )}
          <span className="max-md:hidden">
            <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Space</Kbd> reasons · <Kbd>Enter</Kbd> open · <Kbd>?</Kbd> all keys
          </span>
        </footer>
      </div>
      {peek && <PeekPanel slug={peek} currency={currency} today={today} onClose={() => void setPeek(null)} />}
    </div>
  );
}

function directionOf(column: string, current: string): "ascending" | "descending" | null {
  if (column !== current) return null;
  return column === "arr" ? "descending" : "ascending";
}
