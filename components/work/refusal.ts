import { may, mayEver, type Permission, type Relation, type Role } from "@/lib/core/access";
import type { Target } from "./target";
import type { WorkKind } from "./work-provider";

/** An account that something may be done about, by whoever stands so to it. */
export type WorkTarget = Target & Relation;

/** What is done about accounts: by a form, or at once. */
export type WorkAct = WorkKind | "done" | "ask";

const OTHERS: Partial<Record<WorkAct, Permission>> = { owner: "owner:assign", decide: "decision:record" };
const NEVER: Readonly<Record<string, string>> = {
  "owner:assign": "Owners are assigned by managers and administrators.",
  "decision:record": "A manager decides about a red account.",
  "work:write": "Viewers change nothing.",
};

/** What is said of one account alone. */
const OF_ONE: Partial<Record<WorkAct, string>> = { note: "A note", review: "A review", decide: "A decision" };

/** Why somebody may not do this about these accounts, in words; null where they may. The server's own rule, asked before a form is
 * filled in. */
export function refusalOf(roles: readonly Role[], act: WorkAct, targets: readonly WorkTarget[]): string | null {
  const permission = OTHERS[act] ?? "work:write";
  if (!mayEver(roles, permission)) return NEVER[permission] ?? "This is not yours to do.";
  const what = OF_ONE[act];
  if (what && targets.length > 1)
    return `${what} is about one account, and ${targets.length} are chosen. Esc lets go of them.`;
  const outside = targets.filter((target) => !may(roles, permission, target));
  const [only] = outside;
  if (!only) return null;
  const of = roles.includes("manager") ? "your team's books" : "your book";
  if (targets.length === 1) return `${only.name} is outside ${of}: its own CSM or AM does this.`;
  if (outside.length === targets.length) return `None of the ${targets.length} chosen is in ${of}.`;
  return `${outside.length} of the ${targets.length} chosen are outside ${of}. Choose only your own.`;
}
