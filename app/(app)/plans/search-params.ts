import { createLoader, createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CAUSES } from "@/lib/core/playbook/causes";

export const STATE_WORDS = ["open", "overdue", "waiting", "incomplete", "complete", "closed"] as const;
const SORT_WORDS = ["due", "days", "name", "arr"] as const;
export const PLAN_SORT_WORDS = SORT_WORDS;

const params = {
  owner: parseAsStringLiteral(["me", "team", "all"]),
  state: parseAsStringLiteral(STATE_WORDS).withDefault("open"),
  kind: parseAsStringLiteral(["action", "recovery"]),
  cause: parseAsStringLiteral(CAUSES),
  q: parseAsString,
  sort: parseAsStringLiteral(SORT_WORDS).withDefault("due"),
  from: parseAsInteger.withDefault(0),
  peek: parseAsString,
};

/** The list's state is its address: /plans?owner=team&state=waiting. Unknown and invalid parts are left out. */
export const loadPlansParams = createLoader(params);
export const plansQuery = createSerializer(params);
export type PlansParams = Awaited<ReturnType<typeof loadPlansParams>>;
