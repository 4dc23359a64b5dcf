import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import type { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { paths } from "@/lib/paths";
import { RankingWords } from "./ranking-words";

/** How the queue is ordered, beside it. */
export function RankingPopover({ formula, mayEdit }: { formula: PriorityFormula; mayEdit: boolean }) {
  return (
    <Popover button="How this is ordered" buttonClass={buttonClass({ variant: "ghost", size: "sm" })}>
      <p className="mb-2 font-semibold">Most urgent first. Priority is</p>
      <RankingWords formula={formula} />
      <p className="mt-2 text-muted-foreground">The reasons of an account show what it came to for that account.</p>
      <Link href={paths.ranking()} className="mt-2 inline-block text-primary underline">
        {mayEdit ? "Change the formula" : "More on the formula"}
      </Link>
    </Popover>
  );
}
