import type { ReactNode } from "react";
import { Freshness, type FreshnessProps } from "./freshness";

interface Props {
  title: ReactNode;
  /** The run that the page shows; absent on pages without scores. */
  run?: FreshnessProps | null;
  /** Controls at the right: period, unit, share. */
  children?: ReactNode;
}

/** A screen's title line: what it says at the left, freshness and controls at the right. */
export function PageHeader({ title, run, children }: Props) {
  return (
    <header className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h1 className="font-semibold text-lg">{title}</h1>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {children}
        {run && <Freshness asOf={run.asOf} feeds={run.feeds} standing={run.standing} />}
      </div>
    </header>
  );
}
