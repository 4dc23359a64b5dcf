"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { Target } from "@/components/work/target";
import { useWork } from "@/components/work/work-provider";
import { ACTION_NAMES, type ReasonAction } from "@/lib/core/portfolio/reasons";
import { paths } from "@/lib/paths";

const linkClass = "shrink-0 text-primary text-xs underline";

/** What a reason asks for, at hand: its form where there is one, else the screen on which it is done. */
export function ReasonActionButton({ action, target }: { action: ReasonAction; target: Target }) {
  const { open } = useWork();
  const name = ACTION_NAMES[action];
  const button = (run: () => void) => (
    <Button size="sm" onClick={run}>
      {name}
    </Button>
  );
  switch (action) {
    case "decide":
      return button(() => open("decide", [target]));
    case "plan":
      return button(() => open("plan", [target]));
    case "review":
      return button(() => open("review", [target]));
    case "audit":
      return button(() => open("review", [target], { kind: "audit" }));
    case "contact":
      return button(() => open("review", [target], { kind: "fall" }));
    case "settle":
      return (
        <Link href={paths.account(target.slug)} className={linkClass}>
          {name}
        </Link>
      );
    case "update_scorecard":
      return (
        <Link href={paths.scorecards({ account: target.slug })} className={linkClass}>
          {name}
        </Link>
      );
    case "fix_source":
      return (
        <Link href={paths.data()} className={linkClass}>
          {name}
        </Link>
      );
  }
}
