"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { removeNoticeRule } from "@/lib/actions/notices";
import { type EditedRule, RuleDialog } from "./rule-dialog";

interface Row extends EditedRule {
  id: number;
  name: string;
  holding: number;
}

interface Props {
  rows: readonly Row[];
  measures: readonly { key: string; name: string; unit: string }[];
  segments: readonly string[];
}

/** The administrators' own rules: add, change, remove. */
export function Rules({ rows, measures, segments }: Props) {
  const toast = useToast();
  const [edited, setEdited] = useState<EditedRule | null>(null);
  const [isPending, startTransition] = useTransition();
  const [first] = measures;
  const remove = ({ id }: Row) =>
    startTransition(async () => {
      const result = await answered(removeNoticeRule({ id }));
      if (result.ok) toast({ title: "Removed" });
      else toast({ title: "Not removed", description: result.message, failed: true });
    });
  if (!first) return <p className="text-muted-foreground">Rules need a published model, whose measures they watch.</p>;
  const condition = { side: "below", value: 60 } as const;
  const fresh = { id: null, measureKey: first.key, condition, days: 14, segment: null, enabled: true };
  return (
    <>
      <Button size="sm" className="mb-3" onClick={() => setEdited(fresh)}>
        Add a rule
      </Button>
      {rows.length === 0 && (
        <p className="text-muted-foreground">
          None yet. A rule tells an account's owners when a measure stays on one side of a value for some days.
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-2 border-b py-1 last:border-b-0">
            <span className="min-w-0 flex-1 break-words">
              {row.name} {!row.enabled && <Badge>off</Badge>}
            </span>
            <span className="text-muted-foreground text-xs">
              on this side now: {row.holding} {row.holding === 1 ? "account" : "accounts"}
            </span>
            <Button size="sm" onClick={() => setEdited(row)} aria-label={`Change ${row.name}`}>
              Change
            </Button>
            <Button
              size="sm"
              variant="ghost"
              disabled={isPending}
              onClick={() => remove(row)}
              aria-label={`Remove ${row.name}`}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {edited && <RuleDialog rule={edited} measures={measures} segments={segments} onClose={() => setEdited(null)} />}
    </>
  );
}
