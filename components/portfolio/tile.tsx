import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface Props {
  href: string;
  label: ReactNode;
  value: ReactNode;
  children?: ReactNode;
  title?: string;
}

/** One number with what it means; it opens the accounts behind it. */
export function Tile({ href, label, value, children, title }: Props) {
  return (
    <Link
      href={href}
      title={title}
      className="flex flex-col rounded-card border bg-card p-3 hover:bg-muted focus-visible:outline-2 focus-visible:outline-ring"
    >
      <span className="flex items-center gap-1 text-muted-foreground text-xs">{label}</span>
      <span className="font-semibold text-xl">{value}</span>
      <span className="text-muted-foreground text-xs">{children}</span>
    </Link>
  );
}
