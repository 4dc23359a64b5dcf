import { PauseCircle } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { Hold } from "@/lib/core/guards/hold";
import { paths } from "@/lib/paths";
import { decidersText, holdTitle, holdWaits } from "./hold-words";

interface Props {
  holds: readonly Hold[];
  maySettle: boolean;
}

/** Says on screens of work what is held, what waits for it and who decides. */
export function HoldNotice({ holds, maySettle }: Props) {
  const open = holds.filter(({ isOver }) => !isOver);
  if (open.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-col gap-1 rounded-card border bg-card px-3 py-2">
      {open.map((hold) => (
        <li key={hold.id} className="flex gap-2">
          <PauseCircle aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">
            <strong>{holdTitle(hold)}.</strong> {holdWaits(hold)}{" "}
            {hold.verdict === null ? decidersText(hold.deciders) : "It is being kept out."}{" "}
            {maySettle && (
              <Link href={`${paths.data()}#held`} className="text-primary underline">
                {hold.verdict === null ? "Say what it was" : "See it"}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
