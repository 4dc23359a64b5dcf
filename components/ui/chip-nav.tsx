import type { ReactNode } from "react";

/** Filters side by side: on a phone one line that scrolls, so that what they narrow begins in sight. */
export function ChipNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="flex gap-2 max-md:-mx-4 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 max-md:*:shrink-0 md:flex-wrap"
    >
      {children}
    </nav>
  );
}
