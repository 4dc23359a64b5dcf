"use client";
import { ROLE_WORDS } from "@/components/shell/role-words";
import { ROLES, type Role } from "@/lib/core/access";

const MEANS: Record<Role, string> = {
  viewer: "reads everything, changes nothing",
  csm: "looks after a book of accounts",
  am: "owns renewals and fills scorecards",
  manager: "leads a team, settles disagreements",
  admin: "models, imports, keys, people, settings",
};

/** Several roles at once are fine: CSM and account manager, for one. */
export function RolesField({ checked = [], error }: { checked?: readonly Role[]; error?: string }) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">Roles</legend>
      {ROLES.map((role) => (
        <label key={role} className="flex min-h-6 items-baseline gap-2 max-md:min-h-11">
          <input type="checkbox" name="roles" value={role} defaultChecked={checked.includes(role)} />
          <span>
            {ROLE_WORDS[role]} <span className="text-muted-foreground text-xs">{MEANS[role]}</span>
          </span>
        </label>
      ))}
      {error && <p className="font-medium text-xs">{error}</p>}
    </fieldset>
  );
}

/** The roles that a form's check boxes name. */
export function rolesOf(form: FormData): Role[] {
  return ROLES.filter((role) => form.getAll("roles").includes(role));
}
