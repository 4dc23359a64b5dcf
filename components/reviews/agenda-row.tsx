import Link from "next/link";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { bandName } from "@/components/triage/queue-row";
import { cx } from "@/components/ui/cx";
import { Td } from "@/components/ui/table";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayText, durationText, weekdayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type AgendaLine, whatName } from "./agenda-line";

interface Props {
  line: AgendaLine;
  on: Day;
  today: Day;
  index: number;
  isActive: boolean;
  onChoose: (index: number) => void;
}

/** One review or decision: its day, what it is, whose account, who holds it, and what the clock or the note says. */
export function AgendaRow({ line, on, today, index, isActive, onChoose }: Props) {
  const isLate = !line.isHeld && on < today;
  return (
    <tr
      id={`row-${index}`}
      aria-selected={isActive}
      onClick={() => onChoose(index)}
      className={cx("h-11 cursor-pointer hover:bg-muted", isActive && "bg-muted shadow-[inset_3px_0_0_var(--primary)]")}
    >
      <Td className="whitespace-nowrap">
        <span className={isLate ? "font-semibold" : undefined}>
          {weekdayText(on)} {dayText(on)}
        </span>
        <span className={cx("block text-xs", isLate ? "font-semibold" : "text-muted-foreground")}>
          {standing(line, on, today)}
        </span>
      </Td>
      <Td className="whitespace-nowrap">{whatName(line.what)}</Td>
      <Td className="w-1/3 min-w-40 max-w-0">
        <Link
          href={paths.account(line.slug)}
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
          className="block truncate font-medium hover:underline"
        >
          <bdi>{line.name}</bdi>
        </Link>
      </Td>
      <Td>
        <BandBadge tone={toneOfCode(line.tone)} name={bandName(line.band)} />
      </Td>
      <Td className="whitespace-nowrap max-lg:hidden">{line.who ?? "nobody"}</Td>
      <Td className="w-2/3 min-w-40 max-w-0 max-lg:hidden">
        <span className="block truncate text-muted-foreground" title={wordsOf(line)}>
          {wordsOf(line)}
        </span>
      </Td>
    </tr>
  );
}

/** How a day stands: late, planned (and by when it was due), due, or held. */
export function standing({ isHeld, reviewId, dueOn }: AgendaLine, on: Day, today: Day): string {
  if (isHeld) return "held";
  const late = on < today ? `${durationText(daysBetween(on, today))} late` : null;
  if (reviewId === null) return late ?? "due";
  const due = dueOn && dueOn !== on ? `, due ${dayText(dueOn)}` : "";
  return late ? `planned, ${late}` : `planned${due}`;
}

/** What the clock or the note says, and the verdict of an audit. */
export function wordsOf({ words, verdict }: AgendaLine): string {
  return [verdict && `Verdict: ${verdict}`, words].filter(Boolean).join(" · ");
}
