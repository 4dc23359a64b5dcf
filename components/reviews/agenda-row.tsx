import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { bandName } from "@/components/triage/queue-row";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Td } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { dayText, weekdayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type AgendaLine, whatName } from "./agenda-line";
import { standing, wordsOf } from "./agenda-words";

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
