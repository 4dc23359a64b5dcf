import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

interface Props extends Omit<ComponentProps<"section">, "title"> {
  title?: ReactNode;
  /** Stands at the right of the title: a toggle, a link. */
  aside?: ReactNode;
  dense?: boolean;
}

/** A bordered section with an optional title. */
export function Card({ title, aside, dense, className, children, ...props }: Props) {
  return (
    <section className={cx("rounded-card border bg-card", dense ? "p-3" : "p-4", className)} {...props}>
      {(title || aside) && (
        <header className="mb-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
          <h2 className="font-semibold text-base">{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
