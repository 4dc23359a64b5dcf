"use client";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { WorkTarget } from "@/components/work/refusal";
import type { ReviewBegun } from "@/components/work/review-dialog";
import { useWork, type WorkKind } from "@/components/work/work-provider";
import { ACTION_NAMES, type ReasonAction } from "@/lib/core/portfolio/reasons";
import { paths } from "@/lib/paths";

const linkClass = "shrink-0 text-primary text-xs underline";

/** What a reason asks for, at hand: its form where there is one, else the screen on which it is done. */
export function ReasonActionButton({ action, target }: { action: ReasonAction; target: WorkTarget }) {
  const { open, refusal } = useWork();
  const name = ACTION_NAMES[action];
  const button = (kind: WorkKind, begun?: ReviewBegun) => {
    const refused = refusal(kind, [target]);
    // What is not the reader's to do is named, not offered.
    if (refused)
      return (
        <span title={refused} className="shrink-0 text-muted-foreground text-xs">
          {name}: not yours<span className="sr-only">. {refused}</span>
        </span>
      );
    return (
      <Button size="sm" onClick={() => open(kind, [target], begun)}>
        {name}
      </Button>
    );
  };
  switch (action) {
    case "decide":
      return button("decide");
    case "plan":
      return button("plan");
    case "review":
      return button("review");
    case "audit":
      return button("review", { kind: "audit" });
    case "contact":
      return button("review", { kind: "fall" });
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
