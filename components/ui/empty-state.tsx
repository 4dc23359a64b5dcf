import { CircleCheck, DatabaseZap, History, SearchX } from "lucide-react";
import type { ReactNode } from "react";

const ICONS = {
  first_run: DatabaseZap,
  nothing_matches: SearchX,
  all_done: CircleCheck,
  not_enough_history: History,
};

interface Props {
  kind: keyof typeof ICONS;
  title: string;
  children?: ReactNode;
  /** The one thing to do from here. */
  action?: ReactNode;
}

/** Nothing to show, and why: four kinds that must not be mistaken for each other. */
export function EmptyState({ kind, title, children, action }: Props) {
  const Icon = ICONS[kind];
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-dashed px-6 py-12 text-center">
      <Icon aria-hidden className="size-6 text-muted-foreground" />
      <h2 className="font-semibold text-base">{title}</h2>
      {children && <div className="max-w-prose text-muted-foreground">{children}</div>}
      {action}
    </div>
  );
}
