"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Card } from "@/components/ui/card";
import { countText } from "@/lib/format";

interface Props {
  progress: { stage: string; done: number; of: number | null } | null;
  resumed: number;
}

const STAGES: Readonly<Record<string, string>> = {
  waiting: "Waiting for the worker",
  reading: "Reading the files",
  writing: "Writing rows",
  previewing: "Checking every row; nothing is written",
  replaying: "Replaying history",
  scoring: "Scoring the accounts",
};
const EVERY_MILLIS = 1000;

/** How far the worker is; the page asks again every second, and may be left meanwhile. */
export function ImportProgress({ progress, resumed }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [router]);
  const { stage, done, of } = progress ?? { stage: "waiting", done: 0, of: null };
  return (
    <Card>
      <p role="status" className="font-medium">
        {STAGES[stage] ?? stage}
      </p>
      <progress
        aria-label="Progress"
        className="my-2 h-2 w-full accent-primary"
        {...(of ? { max: of, value: done } : {})}
      />
      <p className="text-muted-foreground">
        {of ? `${countText(done)} of ${countText(of)}. ` : ""}
        {resumed > 0 && "The server was interrupted and went on from where it was. "}
        You can leave this page: the work goes on and is here when you come back.
      </p>
    </Card>
  );
}
