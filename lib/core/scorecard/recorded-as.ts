import { may, type Relation, type Role } from "@/lib/core/access";

/** As whom a person's card counts. A challenge stands beside the owner's card and does not replace it. */
export type RecordedAs = "owner" | "manager" | "admin" | "challenge";

/** As whom a person would answer an account's card: its owner's, an admin's or manager's on the owner's behalf, else a
 * challenge; null where they may not answer at all.
 * @example recordedAsOf(["csm"], { own: true, team: false }, false) // → "challenge"
 * @example recordedAsOf(["viewer"], { own: false, team: false }, false) // → null */
export function recordedAsOf(roles: readonly Role[], relation: Relation, isOwner: boolean): RecordedAs | null {
  if (!may(roles, "scorecard:submit", relation)) return null;
  if (isOwner) return "owner";
  if (roles.includes("admin")) return "admin";
  return roles.includes("manager") && relation.team ? "manager" : "challenge";
}
