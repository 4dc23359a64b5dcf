"use client";
import { useToast } from "@/components/ui/toast";
import { requestScorecards } from "@/lib/actions/work";
import { inParts } from "./in-parts";
import { type Target, targetsText } from "./target";

/** Asks whoever fills the cards of accounts for them, and says how many were asked: each once a month. */
export function useAsk(): (targets: readonly Target[], about?: "month" | "divergence") => Promise<void> {
  const toast = useToast();
  return async (targets, about = "month") => {
    const ids = targets.map(({ accountId }) => accountId);
    const result = await inParts(ids, (accountIds) => requestScorecards({ accountIds, about }));
    if (!result.ok) {
      toast({ title: `Not asked: ${targetsText(targets)}`, description: result.message, failed: true });
      return;
    }
    const sum = (key: "asked" | "before" | "nobody") => result.value.reduce((total, part) => total + part[key], 0);
    const rest = [
      sum("before") > 0 && `${sum("before")} asked before${about === "month" ? " this month" : ""}`,
      sum("nobody") > 0 && `${sum("nobody")} have nobody to ask`,
    ].filter(Boolean);
    const title =
      sum("asked") === 0
        ? "Nobody new to ask"
        : `Asked about ${sum("asked") === 1 ? "one account" : `${sum("asked")} accounts`}`;
    toast({ title, ...(rest.length > 0 && { description: rest.join(" · ") }) });
  };
}
