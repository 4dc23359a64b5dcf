"use client";
import { useEffect, useRef, useState } from "react";
import { answered } from "@/components/ui/answered";
import { useLatest } from "@/components/ui/use-latest";
import { mapImport } from "@/lib/actions/imports";
import type { Mapping } from "./imported-file";

const WAIT_MILLIS = 400;

/** Saves that wait, so that who goes on can wait for them; and files whose mapping has been kept from this page. */
const waiting = new Set<() => Promise<void>>();
const kept = new Set<number>();

/** Resolves once nothing that a person has changed is still on its way. */
export async function keepMappings(): Promise<void> {
  await Promise.all([...waiting].map((save) => save()));
}

/** Whether a file's mapping was changed here: then the server has it, and not what was suggested. */
export function isKept(importId: number): boolean {
  return kept.has(importId);
}

type State = { is: "saved" | "saving" } | { is: "failed"; why: string };

/** A file's mapping while a person works on it: shown at once, kept on the server shortly after, and at the latest when the
 * step is left. */
export function useImportMapping(importId: number, table: string, initial: Mapping) {
  const [mapping, setMapping] = useState(initial);
  const [state, setState] = useState<State>({ is: "saved" });
  const latest = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const save = useLatest(async () => {
    if (!timer.current) return;
    clearTimeout(timer.current);
    timer.current = null;
    const result = await answered(mapImport({ importId, table, mapping: latest.current, completes: true }));
    setState(result.ok ? { is: "saved" } : { is: "failed", why: result.message });
  });
  useEffect(() => {
    const now = () => save.current();
    waiting.add(now);
    return () => {
      waiting.delete(now);
      void now();
    };
  }, [save]);
  const change = (next: Mapping) => {
    latest.current = next;
    kept.add(importId);
    setMapping(next);
    setState({ is: "saving" });
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current(), WAIT_MILLIS);
  };
  /** What was changed is not wanted any more. */
  const drop = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    kept.delete(importId);
  };
  return { mapping, change, drop, state };
}
