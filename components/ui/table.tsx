import type { ComponentProps, ReactNode, Ref } from "react";
import { Link } from "@/components/ui/link";
import { cx } from "./cx";

interface TableProps extends ComponentProps<"table"> {
  label: string;
  scroller?: Ref<HTMLElement>;
  scrollerClass?: string;
  /** On a narrow screen every row is a card, its cells StackedTd: nothing is out of sight. */
  stacked?: boolean;
}

const STACKED =
  "max-md:block max-md:[&>thead]:sr-only max-md:[&>tbody]:block max-md:[&_tr]:block max-md:[&>tbody>tr]:border-b max-md:[&>tbody>tr]:py-2";

/** A real table in a frame that scrolls sideways where it must, by keyboard too; a grid is its own tab stop. */
export function Table({ className, label, scroller, scrollerClass, stacked, ...props }: TableProps) {
  return (
    <section
      ref={scroller}
      className={cx("relative overflow-x-auto focus-inset", scrollerClass)}
      aria-label={label}
      tabIndex={props.role === "grid" ? -1 : 0}
    >
      <table
        aria-label={props.role === "grid" ? label : undefined}
        className={cx("w-full border-collapse text-left", stacked && STACKED, className)}
        {...props}
      />
    </section>
  );
}

interface HeadProps extends Omit<ComponentProps<"th">, "aria-sort"> {
  numeric?: boolean;
  /** Present where the column sorts: the link that sorts by it, and how it is sorted now. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
}

/** A column's head; sortable ones are links, since the URL is the state. */
export function Th({ numeric, sort, className, children, ...props }: HeadProps) {
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
      className={cx(
        "sticky top-0 z-1 h-9 border-b bg-background in-[.bg-card]:bg-card px-2 font-medium text-muted-foreground text-xs whitespace-nowrap",
        numeric && "text-right",
        className,
      )}
      {...props}
    >
      {sort ? <SortLink sort={sort}>{children}</SortLink> : children}
    </th>
  );
}

function SortLink({ sort, children }: { sort: NonNullable<HeadProps["sort"]>; children: ReactNode }) {
  const glyph = { ascending: "↑", descending: "↓" };
  return (
    <Link
      href={sort.href}
      scroll={false}
      className={cx("inline-flex h-6 items-center gap-1 hover:text-foreground", sort.direction && "text-foreground")}
    >
      {children}
      {sort.direction && <span aria-hidden>{glyph[sort.direction]}</span>}
    </Link>
  );
}

export function Td({ numeric, className, ...props }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td className={cx("h-9 border-b px-2", numeric && "text-right", className)} {...props} />;
}
