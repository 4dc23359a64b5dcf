/** What is known of a healthy, confirmed account for its expansion; figures are null where they are not known. */
export type ExpansionFacts = {
  /** Seats that anybody used, in %, and against a quarter ago, in %. */
  seatUse: number | null;
  seatUseTrend: number | null;
  powerUsers: number | null;
  unsoldModules: readonly string[];
  unreachedDepartments: readonly string[];
  goodEvents: readonly string[];
  overdueDays: number | null;
  escalations: number | null;
};

/** Why an account is a candidate, each in words; empty where it is none: seat use of 85% or more and rising; a module not sold
 * and power users; departments not reached; good events; never while it is overdue or escalated. What is not known speaks
 * neither for nor against it. Source: PRODUCT, portfolio lists.
 * @example expansionReasons({ seatUse: 91, seatUseTrend: 4, powerUsers: 0, unsoldModules: [], unreachedDepartments: [], goodEvents: [], overdueDays: 0, escalations: 0 }) // → ["91% of seats used, rising"]
 * @example expansionReasons({ seatUse: 91, seatUseTrend: 4, powerUsers: 0, unsoldModules: [], unreachedDepartments: [], goodEvents: [], overdueDays: 20, escalations: 0 }) // → [] */
export function expansionReasons(facts: ExpansionFacts): string[] {
  const { seatUse, seatUseTrend, powerUsers, overdueDays, escalations } = facts;
  if ((overdueDays ?? 0) > 0 || (escalations ?? 0) > 0) return [];
  const reasons: (string | false)[] = [
    seatUse !== null &&
      seatUse >= 85 &&
      seatUseTrend !== null &&
      seatUseTrend > 0 &&
      `${Math.floor(seatUse)}% of seats used, rising`,
    facts.unsoldModules.length > 0 &&
      (powerUsers ?? 0) > 0 &&
      `${powerUsers} power ${powerUsers === 1 ? "user" : "users"}, not sold: ${facts.unsoldModules.join(", ")}`,
    facts.unreachedDepartments.length > 0 && `nobody in ${facts.unreachedDepartments.join(", ")}`,
    facts.goodEvents.length > 0 && facts.goodEvents.map((kind) => kind.replaceAll("_", " ")).join(", "),
  ];
  return reasons.filter((reason) => reason !== false);
}
