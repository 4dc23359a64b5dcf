import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Td } from "./table";

/** A cell of a stacked table: on a narrow screen it stands in the row below the one before it, beside the name of its column. */
export function StackedTd({ head, className, children, ...props }: ComponentProps<typeof Td> & { head: string }) {
  return (
    <Td
      className={cx(
        "max-md:flex max-md:h-auto max-md:items-baseline max-md:justify-between max-md:gap-x-4 max-md:border-0 max-md:py-0.5",
        className,
      )}
      {...props}
    >
      <span aria-hidden className="shrink-0 text-left text-muted-foreground text-xs md:hidden">
        {head}
      </span>
      <div className="max-md:text-right md:contents">{children}</div>
    </Td>
  );
}
