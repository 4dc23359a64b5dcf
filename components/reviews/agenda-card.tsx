import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { bandName } from "@/components/triage/queue-row";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { dayText, weekdayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type AgendaLine, whatName } from "./agenda-line";
import { standing, wordsOf } from "./agenda-words";

export type AgendaWork = "log" | "plan" | "move";

interface Props {
  line: AgendaLine;
  on: Day;
  today: Day;
  onWork: (what: AgendaWork) => void;
}

/** The same on a phone. */
export function AgendaCard({ line, on, today, onWork }: Props) {
  const isDecision = line.what === "decision";
  const isCase = line.what === "loss" || line.what === "save";
  return (
    <li className="rounded-card border bg-card p-3">
      <div className="flex items-start justify-between gap-3">
        <Link href={paths.account(line.slug)} className="min-w-0 font-medium">
          <bdi className="line-clamp-2">{line.name}</bdi>
        </Link>
        <BandBadge tone={toneOfCode(line.tone)} name={bandName(line.band)} />
      </div>
      <p className="mt-1">
        {whatName(line.what)} · {weekdayText(on)} {dayText(on)}, {standing(line, on, today)}
      </p>
      <p className="text-muted-foreground text-xs">
        {line.who ?? "nobody"}
        {wordsOf(line) && ` · ${wordsOf(line)}`}
      </p>
      {line.mayWork && !line.isHeld && (
        <div className="mt-2 flex justify-end gap-2">
          {!isDecision && !isCase && <Button onClick={() => onWork("move")}>Reschedule</Button>}
          <Button variant="primary" onClick={() => onWork("log")}>
            {isDecision ? "Decide" : isCase ? "Review it" : "Log it"}
          </Button>
        </div>
      )}
    </li>
  );
}
