import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

/** One month back, one on; the current month is the last. */
export function MonthSwitch({ previous, next }: { previous: string; next: string | null }) {
  return (
    <nav aria-label="Month" className="flex gap-1">
      <ButtonLink href={previous} size="icon" aria-label="The month before">
        <ChevronLeft aria-hidden className="size-4" />
      </ButtonLink>
      {next && (
        <ButtonLink href={next} size="icon" aria-label="The month after">
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      )}
    </nav>
  );
}
