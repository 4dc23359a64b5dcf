import { BandBadge } from "@/components/health/band-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/core/calendar";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ROLE_NAMES, rolesOf, ruleWords } from "./rule-words";

interface Props {
  playbook: Playbook;
  bands: readonly string[];
  isOwn: boolean;
  editedBy: string | null;
  editedOn: Day | null;
  /** Segments that have no playbook of their own for it yet. */
  segments: readonly string[];
  mayEdit: boolean;
}

/** What a playbook obliges to, in words; an administrator edits it, or gives a segment its own. */
export function PlaybookOverview({ playbook, bands, isOwn, editedBy, editedOn, segments, mayEdit }: Props) {
  const { key, segment, name, tone, ownerRole, firstDeadlineDays, rules, steps } = playbook;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          <BandBadge tone={tone} name={name} size="lg" />
          {segment ?? "all segments"}
        </span>
      }
      aside={mayEdit && <ButtonLink href={paths.playbooks({ edit: key, segment })}>Edit {name}</ButtonLink>}
    >
      <p className="mb-2 text-muted-foreground text-xs">
        {bands.length > 0 ? `For the band ${bands.join(", ")}.` : "No band of the model in force uses it."} Owner{" "}
        {ROLE_NAMES[ownerRole]}, first deadline {firstDeadlineDays} d.{" "}
        {isOwn
          ? `Edited${editedBy ? ` by ${editedBy}` : ""}${editedOn ? ` on ${dayText(editedOn)}` : ""}.`
          : "As shipped."}
      </p>
      <ul className="flex flex-col gap-1">
        {rules.map((rule) => (
          <li key={rule.key} className="flex flex-wrap justify-between gap-x-3">
            <span>
              <span className="font-medium">{rule.title.charAt(0).toUpperCase() + rule.title.slice(1)}</span>{" "}
              {ruleWords(rule)}
            </span>
            <span className="text-muted-foreground text-xs">{rolesOf(rule)}</span>
          </li>
        ))}
      </ul>
      {steps.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1 text-primary">How {name} is done well</summary>
          <dl className="flex flex-col gap-2 pt-1">
            {steps.map((step) => (
              <div key={step.key}>
                <dt className="font-medium">
                  {step.title}{" "}
                  <span className="font-normal text-muted-foreground text-xs">
                    {ROLE_NAMES[step.ownerRole]}, within {step.dueInDays} d
                  </span>
                </dt>
                <dd>{step.text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {mayEdit && segment === null && segments.length > 0 && (
        <p className="mt-2 text-xs">
          Its own for{" "}
          {segments.map((other, i) => (
            <span key={other}>
              {i > 0 && ", "}
              <a className="text-primary underline" href={paths.playbooks({ edit: key, segment: other })}>
                {other}
              </a>
            </span>
          ))}
        </p>
      )}
    </Card>
  );
}
