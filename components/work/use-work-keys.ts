"use client";
import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";
import { useToast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import { type Target, targetsText } from "./target";
import { useWork, type WorkKind } from "./work-provider";

const FORMS: Record<string, WorkKind> = { h: "snooze", p: "plan", n: "note", a: "owner", l: "review" };

/** The keys that do something about the chosen accounts: e done, h snooze, p plan, n note, s scorecard, a owner, l review,
 * c copies the address. */
export function useWorkKeys(targets: () => readonly Target[]) {
  const { open, done } = useWork();
  const router = useRouter();
  const toast = useToast();
  const onKey = { preventDefault: true, enabled: () => document.querySelector("dialog[open]") === null };
  useHotkeys("e", () => targets().length > 0 && done(targets()), onKey, [targets, done]);
  useHotkeys(
    Object.keys(FORMS).join(","),
    (event) => {
      const kind = FORMS[event.key];
      if (kind) open(kind, targets());
    },
    onKey,
    [targets, open],
  );
  useHotkeys("s", () => router.push(paths.scorecards({ account: targets()[0]?.slug })), onKey, [targets]);
  useHotkeys(
    "c",
    async () => {
      const [target] = targets();
      if (!target) return;
      await navigator.clipboard.writeText(new URL(paths.account(target.slug), location.href).href);
      toast({ title: `Address of ${targetsText([target])} copied` });
    },
    onKey,
    [targets, toast],
  );
}
