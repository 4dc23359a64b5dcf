import { OWNER_ROLES, type Rule } from "@/lib/core/playbook/playbook";
import { ROLE_NAMES } from "./rule-words";

type Review = Extract<Rule, { kind: "review" }>;

/** Who takes part in a review beside its owner: said in short, chosen by ticking. */
export function TakesPart({ rule, onChange }: { rule: Review; onChange: (rule: Review) => void }) {
  const chosen = rule.takesPart ?? [];
  const others = OWNER_ROLES.filter((role) => role !== rule.ownerRole);
  const words = others.filter((role) => chosen.includes(role)).map((role) => ROLE_NAMES[role]);
  return (
    <details className="min-w-36">
      <summary aria-label={`Who takes part in ${rule.title}`} className="min-h-6 cursor-pointer text-primary">
        {words.join(", ") || "nobody else"}
      </summary>
      {others.map((role) => (
        <label key={role} className="flex min-h-6 items-center gap-2 whitespace-nowrap">
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) => {
              const takesPart = OWNER_ROLES.filter((other) =>
                other === role ? event.target.checked : chosen.includes(other),
              );
              onChange({ ...rule, takesPart });
            }}
          />
          {ROLE_NAMES[role]}
        </label>
      ))}
    </details>
  );
}
