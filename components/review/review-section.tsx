import type { ReactNode } from "react";

/** A part of the review that is not torn apart between two sheets. */
export function ReviewSection({ title, finding, children }: { title: string; finding: string; children?: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="mb-2 text-muted-foreground">{finding}</p>
      {children}
    </section>
  );
}
