"use client";
import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { paths } from "@/lib/paths";
import type { WorkTarget } from "./refusal";
import { targetsText } from "./target";
import { useWork, type WorkKind } from "./work-provider";

const FORMS: Record<string, WorkKind> = { h: "snooze", p: "plan", n: "note", a: "owner", l: "review", d: "decide" };
const FORM_WORDS = {
  h: "Snooze",
  p: "Plan",
  n: "Note",
  a: "Owner",
  l: "Log a review",
  d: "Decide about a red account",
};

/** The keys that do something about the chosen accounts: e done, h snooze, p plan, n note, s scorecard, a owner, l review,
 * d decision, q asks for the card, c copies the address. */
export function useWorkKeys(targets: () => readonly WorkTarget[]) {
  const { open, done, ask } = useWork();
  const router = useRouter();
  const toast = useToast();
  useKeys("e", () => done(targets()), { preventDefault: true, does: { e: "Done" } });
  useKeys(
    Object.keys(FORMS).join(","),
    (key) => {
      const kind = FORMS[key];
      if (kind) open(kind, targets());
    },
    { preventDefault: true, does: FORM_WORDS },
  );
  useKeys("q", () => ask(targets()), {
    preventDefault: true,
    does: { q: "Ask for the scorecard" },
  });
  useKeys("s", () => router.push(paths.scorecards({ due: "all", account: targets()[0]?.slug })), {
    preventDefault: true,
    does: { s: "Scorecard" },
  });
  useKeys(
    "c",
    async () => {
      const [target] = targets();
      if (!target) return;
      await navigator.clipboard.writeText(new URL(paths.account(target.slug), location.href).href);
      toast({ title: `Address of ${targetsText([target])} copied` });
    },
    { preventDefault: true, does: { c: "Copy the account's address" } },
  );
}
