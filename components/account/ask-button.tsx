"use client";
import { MessageCircleQuestion } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Target } from "@/components/work/target";
import { useAsk } from "@/components/work/use-ask";

/** Asks whoever gave the card what stands behind the disagreement: a notice, once a divergence. */
export function AskButton({ target, whom }: { target: Target; whom: string }) {
  const ask = useAsk();
  return (
    <Button className="print:hidden" onClick={() => void ask([target], "divergence")}>
      <MessageCircleQuestion aria-hidden className="size-4" />
      Ask {whom}
    </Button>
  );
}
