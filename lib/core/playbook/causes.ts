/** Why an account is not healthy: every plan names one, and whom it goes to where that is somebody else. */
export const CAUSES = {
  usage_decline: { name: "Usage decline", route: null },
  support: { name: "Support", route: null },
  payment_or_contract: { name: "Payment or contract", route: null },
  onboarding_gap: { name: "Onboarding gap", route: null },
  competitor_or_market: { name: "Competitor or market", route: null },
  product_issue: { name: "Product issue", route: "product_owner" },
  unmet_demand: { name: "Unmet demand", route: "expansion_lead" },
  internal_change: { name: "Customer's internal change", route: null },
  relationship_loss: { name: "Relationship loss", route: null },
  price: { name: "Price", route: null },
  data_fault: { name: "Data fault", route: null },
} as const satisfies Record<string, { name: string; route: "product_owner" | "expansion_lead" | null }>;

export type Cause = keyof typeof CAUSES;
