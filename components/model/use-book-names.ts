"use client";
import { useEffect, useState } from "react";
import { paths } from "@/lib/paths";

/** What an account is called, by its id; null until the names are here. */
export type NameOf = (accountId: number) => { name: string; slug: string } | null;

type Names = { accountIds: number[]; slugs: string[]; names: string[] };

/** The names of a run's accounts, asked for once. */
export function useBookNames(runId: number): NameOf {
  const [names, setNames] = useState<Map<number, { name: string; slug: string }>>(new Map());
  useEffect(() => {
    let isGone = false;
    fetch(paths.runNames(runId))
      .then((response) => (response.ok ? (response.json() as Promise<Names>) : null))
      .then((found) => {
        if (isGone || !found) return;
        const { accountIds, slugs } = found;
        setNames(
          new Map(accountIds.map((id, i) => [id, { name: found.names[i] as string, slug: slugs[i] as string }])),
        );
      })
      .catch(() => null);
    return () => {
      isGone = true;
    };
  }, [runId]);
  return (accountId) => names.get(accountId) ?? null;
}
