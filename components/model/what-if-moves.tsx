"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { shownInteger } from "@/lib/core/health/rounding";
import type { BookColumns } from "@/lib/core/what-if/book-columns";
import type { Effect, Move } from "@/lib/core/what-if/effect";
import { countText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { NameOf } from "./use-book-names";

interface Props {
  effect: Pick<Effect, "moves" | "moved">;
  book: BookColumns;
  before: Float64Array | null;
  /** Null while a handle is dragged. */
  after: Float64Array | null;
  nameOf: NameOf;
}

const TOP = 10;

/** Who would change band, the largest by ARR first; each opens its account. */
export function WhatIfMoves({ effect: { moves, moved }, ...shown }: Props) {
  const all = Object.values(moved).reduce((sum, { accounts }) => sum + accounts, 0);
  const [open, setOpen] = useState(false);
  if (moves.length === 0) return null;
  return (
    <section aria-label="Who would change band" className="flex flex-col gap-2">
      <h3 className="font-medium">Who would change band, largest ARR first</h3>
      <MoveList moves={moves.slice(0, TOP)} {...shown} />
      {moves.length > TOP && (
        <div>
          <Button size="sm" onClick={() => setOpen(true)}>
            All {countText(all)}
          </Button>
        </div>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} shape="drawer" title={`${countText(all)} would change band`}>
        <MoveList moves={moves} {...shown} />
        {all > moves.length && (
          <p className="text-muted-foreground">
            The {countText(moves.length)} largest; {countText(all - moves.length)} more.
          </p>
        )}
      </Dialog>
    </section>
  );
}

const GLYPHS = { up: "▲", down: "▼", gained: "○", lost: "○" } as const;

function MoveList({ moves, book, before, after, nameOf }: Omit<Props, "effect"> & { moves: readonly Move[] }) {
  return (
    <ul className="flex flex-col">
      {moves.map(({ row, direction, from, to }) => {
        const accountId = book.accountIds[row] as number;
        const account = nameOf(accountId);
        const arr = book.arr[row] as number;
        return (
          <li key={accountId} className="flex items-baseline justify-between gap-2 border-b py-1.5 last:border-b-0">
            <span className="min-w-0">
              {account ? (
                <Link href={paths.account(account.slug)} className="block truncate font-medium hover:underline">
                  {account.name}
                </Link>
              ) : (
                <span className="block font-medium">Account {accountId}</span>
              )}
              <span className="block text-muted-foreground text-xs">
                <span aria-hidden className={direction === "up" ? "text-gain" : "text-loss"}>
                  {GLYPHS[direction]}
                </span>{" "}
                {from} {scoreText(before?.[row])} → {to} {scoreText(after?.[row])}
              </span>
            </span>
            <span className="shrink-0 tabular-nums">
              {moneyShort(Number.isNaN(arr) ? null : arr, book.about.currency)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function scoreText(health: number | undefined): string {
  return health === undefined || Number.isNaN(health) ? "" : String(shownInteger(health));
}
