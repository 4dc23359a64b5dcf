import { ChevronDown, ChevronRight } from "lucide-react";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { countText, moneyShort, monthText } from "@/lib/format";

export type GroupBy = "band" | "csm" | "segment" | "month";
export interface Group {
  key: string | null;
  name: string | null;
  accounts: number;
  arrCents: number;
  withoutRate: number;
}

const WITHOUT = { band: "No score", csm: "No CSM", segment: "No segment", month: "No contract end" };

/** A group's name with how many accounts it holds and what they are worth; Enter or a click opens it. */
export function GroupHead({
  by,
  group,
  isOpen,
  currency,
}: {
  by: GroupBy;
  group: Group;
  isOpen: boolean;
  currency: string;
}) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <span className="inline-flex items-center gap-2">
      <Chevron aria-hidden className="size-4" />
      {by === "band" ? <BandBadge tone={toneOfCode(Number(group.key))} /> : <bdi>{groupName(by, group)}</bdi>}
      <span className="font-normal text-muted-foreground">
        {countText(group.accounts)} {group.accounts === 1 ? "account" : "accounts"} ·{" "}
        {moneyShort(group.arrCents, currency)} ARR
        {group.withoutRate > 0 && ` · ${group.withoutRate} without a rate`}
      </span>
      <span className="sr-only">{isOpen ? "open" : "closed"}</span>
    </span>
  );
}

function groupName(by: GroupBy, { key, name }: Group): string {
  if (key === null) return WITHOUT[by];
  return by === "month" ? monthText(key) : (name ?? key);
}
