import { memo, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { cx } from "./cx";

interface Props {
  href: string;
  active?: boolean;
  count?: number;
  children: ReactNode;
}

/** A filter that is a link: the URL is the state. */
export const ChipLink = memo(function ChipLink({ href, active, count, children }: Props) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={active ? "true" : undefined}
      className={cx(
        "inline-flex h-7 items-center gap-1.5 rounded-control border bg-card px-2 whitespace-nowrap max-md:h-11",
        active ? "border-primary font-medium text-primary" : "hover:bg-muted",
      )}
    >
      {children}
      {count !== undefined && <span className={active ? undefined : "text-muted-foreground"}>{count}</span>}
    </Link>
  );
});
