"use client";
import { DataTable } from "@/components/data-table/data-table";
import { useOpenKeys } from "@/components/data-table/use-open-keys";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { useKeys } from "@/components/ui/use-keys";
import { CALLS } from "@/lib/core/forecast/calls";
import { dayShort, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { CallChoice } from "./call-choice";
import { callColumns } from "./call-columns";
import type { CallRow } from "./call-row";
import { chanceText } from "./forecast-words";
import { useCalls } from "./use-calls";

/** A month's renewals, each with its chance beside what people say: j and k move, 1–4 call, Enter opens, Ctrl z takes back. */
export function CallList({ rows, currency }: { rows: CallRow[]; currency: string }) {
  const { callOf, makeCall } = useCalls();
  const { active, setActive } = useOpenKeys(rows, (row) => paths.account(row.slug));
  const mayCallAny = rows.some(({ mayCall }) => mayCall);
  useKeys(
    "1, 2, 3, 4",
    (key) => {
      const [row, call] = [rows[active], CALLS[Number(key) - 1]];
      if (row?.mayCall && call) void makeCall(row, call);
    },
    {
      enabled: mayCallAny,
      preventDefault: true,
      does: { "1": "Call it commit", "2": "Call it best case", "3": "Call it at risk", "4": "Call it lost" },
    },
  );
  const choice = (row: CallRow) => (
    <CallChoice
      name={row.name}
      call={callOf(row)}
      disabled={!row.mayCall}
      onCall={(call) => void makeCall(row, call)}
    />
  );
  return (
    <>
      <div className="max-md:hidden">
        <DataTable
          label="Renewals"
          columns={callColumns(currency, choice)}
          rows={rows}
          rowKey={({ accountId }) => accountId}
          active={active}
          onChoose={setActive}
        />
        <p className="mt-3 text-muted-foreground text-xs">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Enter</Kbd> open
          {mayCallAny && (
            <>
              {" "}
              · <Kbd>1</Kbd> commit <Kbd>2</Kbd> best case <Kbd>3</Kbd> at risk <Kbd>4</Kbd> lost
            </>
          )}
        </p>
      </div>
      <ul className="flex flex-col gap-2 md:hidden">
        {rows.map((row) => (
          <li key={row.accountId} className="rounded-card border p-3">
            <Link href={paths.account(row.slug)} className="flex min-h-11 items-center font-medium">
              <bdi className="line-clamp-2">{row.name}</bdi>
            </Link>
            <p className="mb-2 text-muted-foreground text-xs">
              {dayShort(row.decideBy)} · {moneyShort(row.arrCents, currency)} ·{" "}
              {row.chance ? chanceText(row.chance) : "no chance said"}
            </p>
            {choice(row)}
          </li>
        ))}
      </ul>
    </>
  );
}
