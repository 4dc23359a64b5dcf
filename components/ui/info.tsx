import { Info as InfoIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Popover } from "./popover";

/** The small "i" beside a name: what it means, how it is computed, where it comes from. */
export function Info({ about, children }: { about: string; children: ReactNode }) {
  return (
    <Popover
      label={`About ${about}`}
      buttonClass="inline-grid size-6 place-items-center rounded-badge text-muted-foreground align-middle hover:text-foreground"
      button={<InfoIcon aria-hidden className="size-3.5" />}
      className="w-80"
    >
      {children}
    </Popover>
  );
}
