import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { firstDueOf, OWNER_ROLES, type OwnerRole, type Rule } from "@/lib/core/playbook/playbook";
import { minutesOf, ROLE_NAMES } from "./rule-words";

const ROLES = OWNER_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

const KINDS: Record<Rule["kind"], string> = {
  review: "every so many days",
  plan: "days to a complete plan",
  improvement: "days until health is up",
  decision: "days to invest or accept",
  flag: "days until it is flagged",
  audit: "days until it is due",
};

interface Props {
  rules: readonly Rule[];
  onChange: (rules: Rule[]) => void;
}

/** The duties of a playbook: how often or within which time, how long each takes, who owns it. */
export function RuleFields({ rules, onChange }: Props) {
  const change = (at: number, rule: Rule) => onChange(rules.map((other, i) => (i === at ? rule : other)));
  return (
    <Table label="Duties">
      <thead>
        <tr>
          <Th>Duty</Th>
          <Th>Days</Th>
          <Th>Minutes each</Th>
          <Th>Owner</Th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, i) => (
          <tr key={rule.key}>
            <Td className="py-1">
              <Input
                aria-label={`Name of the duty ${rule.key}`}
                value={rule.title}
                onChange={(event) => change(i, { ...rule, title: event.target.value })}
                className="min-w-40"
              />
            </Td>
            <Td className="py-1">
              <span className="flex items-center gap-2">
                <Input
                  aria-label={`${rule.title}: ${KINDS[rule.kind]}`}
                  type="number"
                  min={1}
                  max={730}
                  value={shown(firstDueOf(rule))}
                  onChange={(event) => change(i, withDays(rule, numberOf(event.target.value)))}
                  className="w-20"
                />
                <span className="text-muted-foreground text-xs whitespace-nowrap">{KINDS[rule.kind]}</span>
              </span>
            </Td>
            <Td className="py-1">
              {rule.kind === "review" ? (
                <Input
                  aria-label={`${rule.title}: minutes each`}
                  type="number"
                  min={0}
                  max={2400}
                  value={shown(minutesOf(rule.hours))}
                  onChange={(event) => change(i, { ...rule, hours: numberOf(event.target.value) / 60 })}
                  className="w-20"
                />
              ) : (
                <span className="text-muted-foreground text-xs">once, not counted</span>
              )}
            </Td>
            <Td className="py-1">
              <Select
                aria-label={`Owner of ${rule.title}`}
                options={ROLES}
                value={rule.ownerRole}
                onChange={(event) => change(i, { ...rule, ownerRole: event.target.value as OwnerRole })}
                className="min-w-32"
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function withDays(rule: Rule, days: number): Rule {
  switch (rule.kind) {
    case "review":
      return { ...rule, everyDays: days };
    case "flag":
    case "audit":
      return { ...rule, afterDays: days };
    default:
      return { ...rule, withinDays: days };
  }
}

function numberOf(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}

function shown(value: number): number | "" {
  return Number.isNaN(value) ? "" : value;
}
