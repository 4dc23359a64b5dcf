"use client";
import { ArrowLeft, ArrowRight, Columns3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button, buttonClass } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { type AccountsQuery, accountsHref } from "./address";
import { COLUMN_IDS, COLUMN_NAMES, type ColumnId, DEFAULT_COLUMNS } from "./column-names";

/** Which columns the list has, and in which order; the account stays first. */
export function ColumnChooser({ query, columns }: { query: AccountsQuery; columns: readonly ColumnId[] }) {
  const router = useRouter();
  const show = (ids: readonly ColumnId[]) => {
    const isDefault = ids.join() === DEFAULT_COLUMNS.join() || ids.length === 0;
    router.replace(accountsHref(query, { cols: isDefault ? null : ids.join(",") }), { scroll: false });
  };
  const move = (at: number, step: number) => {
    const ids = [...columns];
    const [moved] = ids.splice(at, 1);
    if (moved) ids.splice(at + step, 0, moved);
    show(ids);
  };
  const others = COLUMN_IDS.filter((id) => !columns.includes(id));
  return (
    <Popover
      button={
        <>
          <Columns3 aria-hidden className="size-4" />
          Columns
        </>
      }
      buttonClass={buttonClass()}
      className="max-h-[80dvh] w-80 overflow-y-auto"
    >
      <ol className="flex flex-col gap-0.5">
        {columns.map((id, at) => (
          <li key={id} className="flex items-center gap-1">
            <Choice id={id} checked onChange={() => show(columns.filter((other) => other !== id))} />
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Move ${COLUMN_NAMES[id]} left`}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            >
              <ArrowLeft aria-hidden className="size-4" />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Move ${COLUMN_NAMES[id]} right`}
              disabled={at === columns.length - 1}
              onClick={() => move(at, 1)}
            >
              <ArrowRight aria-hidden className="size-4" />
            </Button>
          </li>
        ))}
        {others.map((id) => (
          <li key={id} className="flex">
            <Choice id={id} checked={false} onChange={() => show([...columns, id])} />
          </li>
        ))}
      </ol>
      <Button size="sm" className="mt-2" onClick={() => show(DEFAULT_COLUMNS)}>
        As they were
      </Button>
    </Popover>
  );
}

function Choice({ id, checked, onChange }: { id: ColumnId; checked: boolean; onChange: () => void }) {
  return (
    <label className="flex min-h-8 flex-1 items-center gap-2 max-md:min-h-11">
      <input type="checkbox" checked={checked} onChange={onChange} className="accent-primary" />
      {COLUMN_NAMES[id]}
    </label>
  );
}
