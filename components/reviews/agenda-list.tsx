"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { RescheduleDialog } from "@/components/plans/reschedule-dialog";
import { Kbd } from "@/components/ui/kbd";
import { PageLinks } from "@/components/ui/page-links";
import { Table, Th } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { isLogged } from "@/components/work/review-names";
import { useWork } from "@/components/work/work-provider";
import { addDays, type Day } from "@/lib/core/calendar";
import { weekOf } from "@/lib/core/playbook/agenda";
import { dayShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { AgendaCard, type AgendaWork } from "./agenda-card";
import { type AgendaLine, lineKey, whatName } from "./agenda-line";
import { AgendaRow } from "./agenda-row";
import { useMoves } from "./use-moves";

interface Props {
  weeks: readonly { week: Day | null; items: readonly AgendaLine[]; count: number }[];
  today: Day;
  first: string | null;
  next: string | null;
  /** How many lines come after these. */
  left: number;
}

const HEADS = ["Day", "What", "Account", "Band"];
const WIDE = ["Who", "What the clock or the note says"];
const KEYS: Readonly<Record<string, AgendaWork>> = { l: "log", p: "plan", h: "move" };
const KEY_WORDS = { l: "Log it as held, or decide", p: "Plan it for a day", h: "Reschedule" };

/** The agenda, week by week: j and k move, one key each logs, plans and moves. */
export function AgendaList({ weeks, today, first, next, left }: Props) {
  const router = useRouter();
  const work = useWork();
  const toast = useToast();
  const { move, onOf } = useMoves();
  const [moving, setMoving] = useState<AgendaLine | null>(null);
  const lines = weeks.flatMap(({ items }) => items);
  const { active, setActive } = useListKeys({
    ids: lines.map(lineKey),
    start: 0,
    onOpen: (index) => router.push(`${paths.account(lines[index]?.slug ?? "")}#plan`),
  });
  const start = (how: AgendaWork, line: AgendaLine | undefined) => {
    if (!line) return;
    if (line.isHeld || !line.mayWork) {
      const description = line.isHeld ? "It was held." : "The account's own CSM, AM or manager does this.";
      return void toast({ title: `Not done: ${whatName(line.what)} of ${line.name}`, description });
    }
    if (line.what === "loss" || line.what === "save") return router.push(`${paths.account(line.slug)}#cases`);
    if (line.what === "decision") return work.open("decide", [line]);
    if (!isLogged(line.what)) return router.push(`${paths.account(line.slug)}#cases`);
    if (how === "move") return setMoving(line);
    const planned = line.reviewId ? { reviewId: line.reviewId, note: line.words ?? "" } : {};
    const tomorrow = addDays(today, 1);
    const plannedOn = how === "plan" ? (line.on > today ? line.on : tomorrow) : today;
    work.open("review", [line], { kind: line.what, plannedOn, ...planned });
  };
  useKeys(Object.keys(KEYS).join(","), (key) => start(KEYS[key] as AgendaWork, lines[active]), {
    preventDefault: true,
    does: KEY_WORDS,
  });
  const indexOf = new Map(lines.map((line, index) => [line, index]));
  const headOf = (week: Day | null) =>
    week === null ? "Late" : week === weekOf(today) ? "This week" : `Week of ${dayShort(week)}`;
  return (
    <>
      <div className="max-md:hidden">
        <Table label="Agenda" role="grid" tabIndex={0} aria-activedescendant={`row-${active}`}>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <Th key={head}>{head}</Th>
              ))}
              {WIDE.map((head) => (
                <Th key={head} className="max-lg:hidden">
                  {head}
                </Th>
              ))}
            </tr>
          </thead>
          {weeks.map(({ week, items, count }) => (
            <tbody key={week ?? "late"}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={HEADS.length + WIDE.length}
                  className="border-b bg-muted px-2 py-1 font-semibold"
                >
                  {headOf(week)} <span className="font-normal text-muted-foreground">{count}</span>
                </th>
              </tr>
              {items.map((line) => (
                <AgendaRow
                  key={lineKey(line)}
                  line={line}
                  on={onOf(line)}
                  today={today}
                  index={indexOf.get(line) ?? 0}
                  isActive={indexOf.get(line) === active}
                  onChoose={setActive}
                />
              ))}
            </tbody>
          ))}
        </Table>
        <p className="mt-3 text-muted-foreground text-xs">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>l</Kbd> log · <Kbd>p</Kbd> plan · <Kbd>h</Kbd> reschedule ·{" "}
          <Kbd>Enter</Kbd> account · <Kbd>?</Kbd> all keys
        </p>
      </div>
      <div className="flex flex-col gap-4 md:hidden">
        {weeks.map(({ week, items }) => (
          <section key={week ?? "late"}>
            <h2 className="mb-2 font-semibold">{headOf(week)}</h2>
            <ul className="flex flex-col gap-2">
              {items.map((line) => (
                <AgendaCard
                  key={lineKey(line)}
                  line={line}
                  on={onOf(line)}
                  today={today}
                  onWork={(how) => start(how, line)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="mt-3 flex gap-3">
        <PageLinks first={first} next={next} words={`Next ${Math.min(left, lines.length)} of ${left} more`} />
      </p>
      {moving && (
        <RescheduleDialog
          what={`${whatName(moving.what)} with ${moving.name}`}
          today={today}
          onClose={() => setMoving(null)}
          onMove={(day) => void move(moving, day)}
        />
      )}
    </>
  );
}
