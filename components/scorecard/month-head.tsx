"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { BEHIND_MORE } from "./behind-more";

interface Props {
  title: string;
  /** Whose cards, which month, export, freshness. */
  controls: ReactNode;
  /** The month below; BEHIND_MORE marks what of it is rarely needed. */
  children: ReactNode;
}

/** The month under its title. On a phone the head is brief, so that the first card's questions show at once, and one button
 * beside the title opens the rest; on a desk all of it stands there. */
export function MonthHead({ title, controls, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="group/month relative" data-brief={isOpen ? undefined : ""}>
      <Button
        size="sm"
        className="absolute top-0 right-0 gap-1! md:hidden print:hidden"
        aria-expanded={isOpen}
        aria-label="More about the month"
        onClick={() => setOpen(!isOpen)}
      >
        More
        <ChevronDown aria-hidden className={cx("size-4", isOpen && "rotate-180")} />
      </Button>
      <PageHeader title={title}>
        <div className={cx("flex flex-wrap items-center gap-2 max-md:pt-2", BEHIND_MORE)}>{controls}</div>
      </PageHeader>
      {children}
    </div>
  );
}
