"use client";
import { useRef } from "react";
import { useKeys } from "@/components/ui/use-keys";

interface Props {
  sections: readonly { id: string; name: string; note?: string | undefined }[];
}

/** As far from the top of the screen as the top of the section that one reads may be: below the way through the page. */
const READ_FROM = 100;

/** The way through a long page: its sections by name, in sight while one reads; j and k lead to the next one and back. */
export function PageSections({ sections }: Props) {
  const nav = useRef<HTMLElement>(null);
  const lead = (key: string) => {
    const there = sections.flatMap(({ id }) => {
      const section = document.getElementById(id);
      return section ? [{ hash: `#${id}`, top: section.getBoundingClientRect().top }] : [];
    });
    // The last sections of a page never reach its top: the one that was led to counts while it is in sight.
    const led = there.findIndex(({ hash, top }) => hash === location.hash && top >= 0 && top < innerHeight);
    const now = led >= 0 ? led : there.findLastIndex(({ top }) => top < READ_FROM);
    const to = there[key === "j" ? now + 1 : Math.max(now - 1, 0)];
    if (to) nav.current?.querySelector<HTMLElement>(`a[href="${to.hash}"]`)?.click();
  };
  useKeys("j, k", lead, { repeats: true, does: { j: "Next section of the page", k: "Previous section of the page" } });
  return (
    <nav
      ref={nav}
      aria-label="On this page"
      className="z-10 -mx-6 mb-4 flex gap-x-4 overflow-x-auto border-b bg-background px-6 py-2 max-md:-mx-4 max-md:px-4 md:sticky md:top-0 md:flex-wrap print:hidden"
    >
      {sections.map(({ id, name, note }) => (
        <a
          key={id}
          href={`#${id}`}
          className="inline-flex min-h-6 items-center whitespace-nowrap text-primary hover:underline max-md:min-h-11"
        >
          {name}
          {note && <span className="text-muted-foreground whitespace-pre"> {note}</span>}
        </a>
      ))}
    </nav>
  );
}
