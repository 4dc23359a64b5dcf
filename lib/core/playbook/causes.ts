/** The primary causes that a plan or an outcome may name. */
export const CAUSES = [
  "usage_decline",
  "support",
  "payment_or_contract",
  "onboarding_gap",
  "competitor_or_market",
  "product_issue",
  "unmet_demand",
  "internal_change",
  "relationship_loss",
  "price",
  "data_fault",
] as const;
export type Cause = (typeof CAUSES)[number];

/** Who else is told: the product owner, or the one who follows expansion leads; an admin where the data are at fault. */
export type CauseRoute = "product_owner" | "expansion_lead" | "admin";

/** Causes by name, with whom they go to and the plays that fit first. */
export const CAUSE_BOOK: Readonly<Record<Cause, { name: string; route: CauseRoute | null; plays: readonly string[] }>> =
  {
    usage_decline: { name: "usage decline", route: null, plays: ["re_engage", "usage_trigger"] },
    support: { name: "support", route: null, plays: ["support_priority"] },
    payment_or_contract: { name: "payment or contract", route: null, plays: ["early_renewal", "renewal"] },
    onboarding_gap: { name: "onboarding gap", route: null, plays: ["onboarding_reset", "consulting"] },
    competitor_or_market: { name: "competitor or market", route: null, plays: ["early_renewal", "pricing_talk"] },
    product_issue: { name: "product issue", route: "product_owner", plays: ["support_priority", "consulting"] },
    unmet_demand: { name: "unmet demand", route: "expansion_lead", plays: ["consulting"] },
    internal_change: {
      name: "customer's internal change",
      route: null,
      plays: ["champion_replacement", "onboarding_reset"],
    },
    relationship_loss: { name: "relationship loss", route: null, plays: ["champion_replacement"] },
    price: { name: "price", route: null, plays: ["pricing_talk"] },
    data_fault: { name: "data fault", route: "admin", plays: [] },
  };
