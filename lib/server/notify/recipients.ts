import "server-only";
import type { Role } from "@/lib/core/access";
import { ADMIN_KINDS, type NoticeKind } from "@/lib/core/notices/kinds";
import { isSevere } from "@/lib/core/notices/words";

export interface Recipient {
  id: number;
  managerId: number | null;
  roles: readonly Role[];
  notices: unknown;
  /** Who stands in for them today. */
  coveredBy: number | null;
}

interface Event {
  kind: NoticeKind;
  payload: Readonly<Record<string, unknown>>;
  /** Who owns the account today, where it is about one. */
  owners: readonly (number | null)[];
}

/** Ids of the people whom an event concerns: an account's owners and whoever it names, for severe ones their managers too; for
 * data faults administrators, for a plan that waits who leads its owners; for the model everybody who works with it. Who is covered today is joined by their cover. */
export function recipientsOf({ kind, payload, owners }: Event, people: ReadonlyMap<number, Recipient>): number[] {
  const everybody = [...people.values()];
  if (ADMIN_KINDS.includes(kind)) return everybody.filter(({ roles }) => roles.includes("admin")).map(({ id }) => id);
  if (kind === "model_published")
    return everybody.filter(({ roles }) => roles.some((role) => role !== "viewer")).map(({ id }) => id);
  const named = typeof payload.personId === "number" ? payload.personId : null;
  const concerned = [...owners, named].flatMap((id) => people.get(id ?? 0) ?? []);
  // Where books are private each manager is told of their own team; else all who lead are told of the book.
  if (kind === "structural_shift" && named === null)
    return everybody
      .filter(({ roles }) => roles.includes("admin") || (roles.includes("manager") && payload.isPrivate !== true))
      .map(({ id }) => id);
  if (
    kind === "list_joined" ||
    kind === "structural_shift" ||
    kind === "plan_answered" ||
    kind === "cause_named" ||
    kind === "scorecard_requested"
  )
    return people.has(named ?? 0) ? [named as number] : [];
  const managers =
    kind === "plan_waiting" || isSevere(kind, payload)
      ? concerned.flatMap(({ managerId }) => people.get(managerId ?? 0) ?? [])
      : [];
  // Who approves is asked; where nobody leads the owners, administrators are.
  const leaders = managers.length > 0 ? managers : everybody.filter(({ roles }) => roles.includes("admin"));
  const all = kind === "plan_waiting" ? leaders : [...concerned, ...managers];
  const covers = all.flatMap(({ coveredBy }) => people.get(coveredBy ?? 0) ?? []);
  return [...new Set([...all, ...covers].map(({ id }) => id))];
}
