"use client";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { useOpenKeys } from "@/components/data-table/use-open-keys";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { useKeys } from "@/components/ui/use-keys";
import { useWork } from "@/components/work/work-provider";
import type { Day } from "@/lib/core/calendar";
import type { ListKey } from "@/lib/core/portfolio/lists";
import { type ListMember, memberWhy } from "@/lib/core/portfolio/member-why";
import { moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { memberColumns } from "./member-columns";

interface Props {
  list: ListKey;
  rows: ListMember[];
  today: Day;
  currency: string;
  /** Whether audits can be signed by the reader at all. */
  mayWork: boolean;
}

/** The accounts on a list: j and k move, Enter opens, l logs a review (of the audit list, the audit), p plans. */
export function MemberList({ list, rows, today, currency, mayWork }: Props) {
  const { open, refusal } = useWork();
  const { active, setActive } = useOpenKeys(rows, (row) => paths.account(row.slug));
  const current = rows[active];
  const isAudit = list === "audit";
  const review = (row: ListMember | undefined) => row && open("review", [row], isAudit ? { kind: "audit" } : {});
  useKeys("l, p", (key) => (key === "l" ? review(current) : current && open("plan", [current])), {
    enabled: mayWork,
    preventDefault: true,
    does: { l: isAudit ? "Sign the audit" : "Log a review", p: "Plan" },
  });
  const columns = useMemo(() => memberColumns(list, today, currency), [list, today, currency]);
  return (
    <>
      <div className="max-md:hidden">
        <DataTable
          label="Accounts"
          columns={columns}
          rows={rows}
          rowKey={({ accountId }) => accountId}
          active={active}
          onChoose={setActive}
        />
        <p className="mt-3 text-muted-foreground text-xs">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Enter</Kbd> open
          {mayWork && (
            <>
              {" "}
              · <Kbd>l</Kbd> {isAudit ? "sign the audit" : "log a review"} · <Kbd>p</Kbd> plan
            </>
          )}{" "}
          · <Kbd>w</Kbd> subscribe
        </p>
      </div>
      <ul className="flex flex-col gap-2 md:hidden">
        {rows.map((row) => (
          <li key={row.accountId} className="rounded-card border bg-card p-3">
            <div className="flex items-center justify-between gap-3">
              <Link href={paths.account(row.slug)} className="flex min-h-11 min-w-0 items-center font-medium">
                <bdi className="line-clamp-2">{row.name}</bdi>
              </Link>
              <BandBadge tone={toneOfCode(row.tone)} />
            </div>
            <p className="text-xs">{memberWhy(list, row, today)}</p>
            <p className="text-muted-foreground text-xs">
              Health <ScoreText value={row.tone === 0 ? null : row.health} /> · {moneyShort(row.arrCents, currency)} ·{" "}
              {list === "red" ? (row.decider ?? "nobody decides") : (row.csm ?? "no CSM")}
            </p>
            {isAudit && !refusal("review", [row]) && (
              <Button className="mt-2" onClick={() => review(row)}>
                Audit
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAudit && current && (
        <p className="mt-2 max-md:hidden text-muted-foreground text-xs">
          {refusal("review", [current]) ?? (
            <Button size="sm" onClick={() => review(current)}>
              Audit {current.name}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
