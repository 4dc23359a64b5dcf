import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Td } from "@/components/ui/table";
import { firstDueOf, type OwnerRole, type Rule } from "@/lib/core/playbook/playbook";
import { minutesOf, ROLE_CHOICES } from "./rule-words";
import { TakesPart } from "./takes-part";

const KINDS: Record<Rule["kind"], string> = {
  review: "every so many days",
  plan: "days to a complete plan",
  improvement: "days until health is up",
  decision: "days to invest or accept",
  flag: "days until it is flagged",
  audit: "days until it is due",
};

interface Props {
  rule: Rule;
  onChange: (rule: Rule) => void;
  /** Null for the only duty. */
  onRemove: (() => void) | undefined;
}

/** One duty: its name, its days, how long it takes, whose it is and who takes part. */
export function RuleRow({ rule, onChange, onRemove }: Props) {
  return (
    <tr>
      <Td className="py-1">
        <Input
          aria-label={`Name of the duty ${rule.key}`}
          value={rule.title}
          onChange={(event) => onChange({ ...rule, title: event.target.value })}
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
            onChange={(event) => onChange(withDays(rule, numberOf(event.target.value)))}
            className="min-w-20 max-w-20"
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
            onChange={(event) => onChange({ ...rule, hours: numberOf(event.target.value) / 60 })}
            className="min-w-20 max-w-20"
          />
        ) : (
          <span className="text-muted-foreground text-xs">once, not counted</span>
        )}
      </Td>
      <Td className="py-1">
        <Select
          aria-label={`Owner of ${rule.title}`}
          options={ROLE_CHOICES}
          value={rule.ownerRole}
          onChange={(event) => onChange({ ...rule, ownerRole: event.target.value as OwnerRole })}
          className="min-w-32"
        />
      </Td>
      <Td className="py-1">{rule.kind === "review" && <TakesPart rule={rule} onChange={onChange} />}</Td>
      <Td className="py-1">
        <Button aria-label={`Remove ${rule.title}`} disabled={!onRemove} onClick={onRemove}>
          Remove
        </Button>
      </Td>
    </tr>
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
