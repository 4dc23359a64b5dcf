import type { Month } from "@/lib/core/calendar";
import { ReviewSection } from "./review-section";
import { useFinding } from "./review-words";
import { UseChart } from "./use-chart";

interface Props {
  title: string;
  use: readonly { month: Month; users: number | null }[];
  seats: number | null;
  modules: readonly { module: string; isUsed: boolean }[];
}

/** How the customer uses it: people by month against their seats, and which of their modules. */
export function UseSection({ title, use, seats, modules }: Props) {
  const used = modules.filter(({ isUsed }) => isUsed).map(({ module }) => module);
  const unused = modules.filter(({ isUsed }) => !isUsed).map(({ module }) => module);
  return (
    <ReviewSection title={title} finding={useFinding(use, seats, modules)}>
      <figure>
        <UseChart months={use} seats={seats} />
        <figcaption className="text-muted-foreground text-xs">
          People using it on an average day, by month{seats === null ? "." : "; the dashed line is your seats."}
        </figcaption>
      </figure>
      {used.length > 0 && <p className="mt-2">In use: {used.join(", ")}.</p>}
      {unused.length > 0 && <p>Yours, and not in use yet: {unused.join(", ")}.</p>}
    </ReviewSection>
  );
}
