import { CircleCheck, PauseCircle } from "lucide-react";
import { Card } from "@/components/ui/card";
import type { Hold } from "@/lib/core/guards/hold";
import { holdTitle, holdVerdict, holdWaits, holdWhy } from "./hold-words";
import { SettleHoldForm } from "./settle-hold-form";

interface Props {
  holds: readonly Hold[];
  maySettle: boolean;
}

/** Feeds that stopped or jumped and moves of the whole book: what waits for them, and what people said they were. */
export function HoldsCard({ holds, maySettle }: Props) {
  if (holds.length === 0) return null;
  return (
    <Card title="Held data" id="held">
      <ul className="flex flex-col gap-4">
        {holds.map((hold) => (
          <HoldItem key={hold.id} hold={hold} maySettle={maySettle} />
        ))}
      </ul>
    </Card>
  );
}

function HoldItem({ hold, maySettle }: { hold: Hold; maySettle: boolean }) {
  const Icon = hold.isOver ? CircleCheck : PauseCircle;
  return (
    <li>
      <p className="flex items-center gap-1.5 font-semibold">
        <Icon aria-hidden className="size-4 shrink-0" />
        {holdTitle(hold)}
      </p>
      <p>
        {holdWhy(hold)} {!hold.isOver && holdWaits(hold)}
      </p>
      <p className="text-muted-foreground">
        {holdVerdict(hold)} {hold.note && <>“{hold.note}”</>}
      </p>
      {maySettle && !hold.isOver && <SettleHoldForm holdId={hold.id} title={holdTitle(hold)} />}
    </li>
  );
}
