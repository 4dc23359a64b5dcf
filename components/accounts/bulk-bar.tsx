"use client";
import { ClipboardList, Download, MessageCircleQuestion, StickyNote, Tag, UserRound, X } from "lucide-react";
import { Button, buttonClass } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { WorkTarget } from "@/components/work/refusal";
import { useWork, type WorkKind } from "@/components/work/work-provider";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { AccountsQuery } from "./address";

interface Props {
  targets: readonly WorkTarget[];
  /** The whole filter is chosen; true where it holds more than are done at once. */
  all: { isCapped: boolean } | null;
  query: AccountsQuery;
  onAll: () => void;
  onClear: () => void;
}

const WORK: { kind: WorkKind; words: string; key: string; Icon: typeof Tag; isForOne?: true }[] = [
  { kind: "owner", words: "Owner", key: "a", Icon: UserRound },
  { kind: "plan", words: "Plan", key: "p", Icon: ClipboardList },
  { kind: "tag", words: "Tag", key: "", Icon: Tag },
  { kind: "note", words: "Note", key: "n", Icon: StickyNote, isForOne: true },
];

/** What can be done about the chosen accounts together. */
export function BulkBar({ targets, all, query, onAll, onClear }: Props) {
  const { open, ask, refusal } = useWork();
  const asking = refusal("ask", targets);
  const refused = [...new Set([asking, refusal("owner", targets)])].filter((words) => words !== null);
  const ids = targets.map(({ accountId }) => accountId).join(",");
  const exported = paths.exported("accounts", all ? { ...query, format: "csv" } : { ids, format: "csv" });
  return (
    <section
      aria-label="Chosen accounts"
      className="sticky top-0 z-4 mb-2 flex flex-wrap items-center gap-2 rounded-card border border-primary bg-card px-3 py-2"
    >
      <span aria-live="polite" className="font-medium">
        {all?.isCapped
          ? `The ${countText(targets.length)} most urgent of all matching chosen`
          : all
            ? `All ${countText(targets.length)} matching chosen`
            : `${countText(targets.length)} chosen`}
      </span>
      {!all && (
        <Button size="sm" variant="ghost" onClick={onAll}>
          Choose all matching <Kbd>Ctrl A</Kbd>
        </Button>
      )}
      <span className="ml-auto flex flex-wrap gap-2">
        {WORK.filter(({ isForOne }) => !isForOne || targets.length === 1).map(({ kind, words, key, Icon }) => (
          <Button key={kind} size="sm" disabled={refusal(kind, targets) !== null} onClick={() => open(kind, targets)}>
            <Icon aria-hidden className="size-4" />
            {words} {key && <Kbd>{key}</Kbd>}
          </Button>
        ))}
        <Button size="sm" disabled={asking !== null} onClick={() => ask(targets)}>
          <MessageCircleQuestion aria-hidden className="size-4" />
          Ask for scorecards <Kbd>q</Kbd>
        </Button>
        <a href={exported} className={buttonClass({ size: "sm" })}>
          <Download aria-hidden className="size-4" />
          CSV
        </a>
        <Button size="sm" variant="ghost" onClick={onClear}>
          <X aria-hidden className="size-4" />
          Clear
        </Button>
      </span>
      {refused.length > 0 && <p className="w-full text-muted-foreground text-xs">{refused.join(" ")}</p>}
    </section>
  );
}
