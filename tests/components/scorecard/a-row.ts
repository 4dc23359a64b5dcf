import type { GridRow } from "@/lib/core/scorecard/grid-row";

const card = (period: string) => ({
  period,
  version: 1,
  answers: { champion: "active", executive: "active", outcome: "defensible" } as const,
  notes: { champion: "Ana, May", executive: "COO met", outcome: "14% less" },
  author: "Amir",
  recordedAs: "owner" as const,
  submittedOn: `${period}-24`,
});

/** A green account, measured 88, whose card of October is all best; the overrides make it another. */
export function aRow(accountId: number, overrides: Partial<GridRow> = {}): GridRow {
  return {
    ...{ accountId, slug: `account-${accountId}`, name: `Account ${accountId}`, segment: null },
    ...{ arrCents: 100_000_00, endsOn: "2027-01-27", decideBy: "2026-12-28" },
    ...{ sparkline: [], delta30: null, cardDueOn: "2026-11-30", handedOverOn: null, lockedOn: null },
    ...{ score: 88, scoreTone: 3, health: 88, tone: 3, diverges: false },
    ...{ weights: { champion: 40, executive: 30, outcome: 30 }, minGap: 15 },
    ...{ previous: card("2026-10"), card: null, draft: null, challenge: null },
    ...{ wasBest: ["champion", "executive", "outcome"], answersAs: "owner", filler: "Amir" },
    ...overrides,
  };
}
