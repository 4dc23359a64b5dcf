"use server";
import { SettleDivergence, settleDivergence as settle } from "@/lib/commands/settle-divergence";
import { action } from "@/lib/server/action";

export const settleDivergence = action(SettleDivergence, settle, {
  revalidate: ["/triage", "/accounts", "/portfolio"],
});
