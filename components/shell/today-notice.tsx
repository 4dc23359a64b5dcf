import { CalendarClock } from "lucide-react";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

/** Says on every screen that today is not the calendar's: the demo company and imported history end in the past. */
export function TodayNotice({ isDemo, today }: { isDemo: boolean; today: Day }) {
  return (
    <aside
      aria-label="Today"
      className="flex items-center gap-2 border-b bg-muted px-6 py-1 text-muted-foreground text-xs max-md:px-4 print:hidden"
    >
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      <span>
        {isDemo && "Demo company · "}
        {isDemo ? "today" : "Today"} is fixed at {dayText(today)}
      </span>
    </aside>
  );
}
