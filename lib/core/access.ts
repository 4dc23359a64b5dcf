export const ROLES = ["viewer", "csm", "am", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];
export type Scope = "read" | "write" | "admin";

/** How a person stands to an account: it is in their book, in their team's, or neither. */
export type Relation = { own: boolean; team: boolean };

type Reach = "own" | "team" | "any";
type Rule = Partial<Record<Role, Reach>> & { key?: Scope };

const everyone: Rule = { viewer: "any", csm: "any", am: "any", manager: "any", admin: "any", key: "read" };
const accountWork: Rule = { csm: "own", am: "own", manager: "team", admin: "any", key: "write" };
const adminOnly: Rule = { admin: "any", key: "admin" };

/** Who may do what, and on whose accounts: one row a permission. A key acts within its scope, on every account. */
export const PERMISSIONS = {
  "account:read": everyone,
  "portfolio:read": everyone,
  "model:read": everyone,
  "work:write": accountWork,
  "plan:approve": { manager: "team", admin: "any" },
  "outcome:record": { am: "own", manager: "team", admin: "any" },
  "forecast:call": accountWork,
  "decision:record": { manager: "team", admin: "any" },
  "scorecard:submit": accountWork,
  "scorecard:reopen": { manager: "team", admin: "any" },
  "divergence:settle": { csm: "own", am: "own", manager: "team", admin: "any" },
  "divergence:settle_severe": { manager: "team", admin: "any" },
  "hold:settle": adminOnly,
  "book:cover": { manager: "team", admin: "any", key: "admin" },
  "owner:assign": { manager: "team", admin: "any", key: "admin" },
  "export:list": everyone,
  "export:all": adminOnly,
  "import:run": { admin: "any", key: "write" },
  "source:manage": adminOnly,
  "model:draft": adminOnly,
  "model:publish": adminOnly,
  "model:review": { manager: "any", admin: "any" },
  "run:compute": adminOnly,
  "key:create": adminOnly,
  "key:revoke": adminOnly,
  "person:manage": adminOnly,
  "person:read": { manager: "any", admin: "any", key: "admin" },
  "settings:write": adminOnly,
  "installation:reset": { admin: "any" },
  "self:write": { viewer: "any", csm: "any", am: "any", manager: "any", admin: "any" },
  // Held by no role: only the installation itself makes its first administrator and honours one-time links.
  "admin:create_first": {},
  "link:accept": {},
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of the roles allows the permission on at least some account.
 * @example mayEver(["viewer"], "scorecard:submit") // → false */
export function mayEver(roles: readonly Role[], permission: Permission): boolean {
  const rule: Rule = PERMISSIONS[permission];
  return roles.some((role) => rule[role] !== undefined);
}

/** Whether the roles allow the permission on an account that stands in this relation to the person.
 * @example may(["csm"], "work:write", { own: false, team: true }) // → false */
export function may(roles: readonly Role[], permission: Permission, relation: Relation): boolean {
  const rule: Rule = PERMISSIONS[permission];
  return roles.some((role) => {
    const reach = rule[role];
    if (reach === undefined) return false;
    return reach === "any" || (reach === "own" ? relation.own : relation.own || relation.team);
  });
}

/** Whether an API key's scopes allow the permission; admin includes write, write includes read.
 * @example keyMay(["write"], "account:read") // → true */
export function keyMay(scopes: readonly Scope[], permission: Permission): boolean {
  const needed = (PERMISSIONS[permission] as Rule).key;
  if (needed === undefined) return false;
  const order: readonly Scope[] = ["read", "write", "admin"];
  return scopes.some((scope) => order.indexOf(scope) >= order.indexOf(needed));
}

/** What settling a divergence asks for: the manager's right where the manager owns it.
 * @example settlePermission({ severe: false, ownerRole: "am" }) // → "divergence:settle" */
export function settlePermission({ severe, ownerRole }: { severe: boolean; ownerRole: string }): Permission {
  return severe || ownerRole === "manager" ? "divergence:settle_severe" : "divergence:settle";
}
