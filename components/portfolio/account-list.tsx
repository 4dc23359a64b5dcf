"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { buttonClass } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Table, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import { AccountCard, AccountRow, type ListedAccount, type ListKind } from "./account-row";

interface Props {
  rows: ListedAccount[];
  kind: ListKind;
  today: Day;
  currency: string;
  sort: { current: string; hrefs: Readonly<Record<string, string>> };
  first: string | null;
  next: string | null;
}

const COLUMNS = [
  { name: "Account", sort: "name", kinds: ["now", "past", "moved"] },
  { name: "From → to", kinds: ["moved"] },
  { name: "Health", sort: "health", kinds: ["now", "past", "moved"] },
  { name: "Measured", kinds: ["now", "past", "moved"] },
  { name: "People say", kinds: ["now", "past", "moved"] },
  { name: "Segment", look: "max-xl:hidden", kinds: ["now", "past", "moved"] },
  { name: "CSM", look: "max-lg:hidden", kinds: ["now", "past", "moved"] },
  { name: "ARR", sort: "arr", numeric: true, kinds: ["now", "past", "moved"] },
  { name: "Renews · decide by", sort: "decide_by", numeric: true, kinds: ["now"] },
] as const;

/** The accounts behind a number: j and k move, Enter opens. */
export function AccountList({ rows, kind, today, currency, sort, first, next }: Props) {
  const router = useRouter();
  const { active, setActive } = useListKeys({
    count: rows.length,
    start: 0,
    onOpen: (index) => {
      const row = rows[index];
      if (row) router.push(paths.account(row.slug));
    },
    onPeek: () => {},
    onClose: () => {},
  });
  const columns = COLUMNS.filter(({ kinds }) => (kinds as readonly string[]).includes(kind));
  return (
    <>
      <div className="max-md:hidden">
        <Table label="Accounts" role="grid" aria-activedescendant={`row-${active}`} tabIndex={0}>
          <thead>
            <tr>
              {columns.map((column) => (
                <Th
                  key={column.name}
                  numeric={"numeric" in column}
                  className={"look" in column ? column.look : undefined}
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
              <AccountRow
                key={row.accountId}
                id={`row-${index}`}
                row={row}
                kind={kind}
                today={today}
                currency={currency}
                isActive={index === active}
                onChoose={() => setActive(index)}
              />
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="flex flex-col gap-2 md:hidden">
        {rows.map((row) => (
          <AccountCard key={row.accountId} row={row} kind={kind} today={today} currency={currency} />
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
          <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Enter</Kbd> open · <Kbd>/</Kbd> search
        </span>
      </footer>
    </>
  );
}

function directionOf(column: string, current: string): "ascending" | "descending" | null {
  if (column !== current) return null;
  return column === "arr" ? "descending" : "ascending";
}
