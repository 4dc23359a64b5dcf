"use client";
import { useEffect, useState } from "react";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, Td, Th } from "@/components/ui/table";
import type { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { paths } from "@/lib/paths";

type Move = { accountId: number; slug: string; name: string; before: number; after: number };
const PAUSE_MILLIS = 300;

/** Who changes place among the first twenty of the whole book under a formula that is not saved yet. */
export function RankMoves({ formula }: { formula: PriorityFormula }) {
  const body = JSON.stringify(formula);
  const [found, setFound] = useState<{ of: string; moves: Move[] | string } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetch("/api/ranking", { method: "POST", body, signal: controller.signal })
        .then(async (response) => {
          const answer = (await response.json()) as { moves?: Move[]; title?: string };
          setFound({ of: body, moves: answer.moves ?? answer.title ?? "The preview could not be made." });
        })
        .catch(() => {
          if (!controller.signal.aborted) setFound({ of: body, moves: "The preview could not be made." });
        });
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [body]);
  const moves = found?.of === body ? found.moves : null;
  if (moves === null) return <SkeletonRows rows={6} rowClass="h-9" />;
  if (typeof moves === "string") return <p>{moves}</p>;
  const moved = moves.filter(({ before, after }) => before !== after);
  return (
    <section aria-live="polite" className="flex flex-col gap-2">
      <h3 className="font-semibold">
        {moved.length === 0
          ? "Nobody of the first twenty changes place"
          : `${moved.length} of the first twenty change place, before or after`}
      </h3>
      {moved.length > 0 && (
        <Table label="Places before and after" scrollerClass="max-w-xl">
          <thead>
            <tr>
              <Th numeric>Place</Th>
              <Th>Account</Th>
              <Th numeric>Now</Th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ accountId, slug, name, before, after }) => (
              <tr key={accountId}>
                <Td numeric className="w-16">
                  {after}
                </Td>
                <Td>
                  <Link href={paths.account(slug)} className="text-primary underline">
                    <bdi>{name}</bdi>
                  </Link>
                </Td>
                <Td numeric>
                  {before} {after < before ? "▲" : "▼"}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
