import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";
import { cx } from "./cx";

const VARIANTS = {
  primary: "bg-primary text-primary-foreground hover:opacity-90",
  secondary: "border border-input bg-card text-foreground hover:bg-muted",
  ghost: "text-foreground hover:bg-muted",
};
const SIZES = {
  md: "h-8 px-3 max-md:h-11",
  sm: "h-7 px-2 text-xs max-md:h-11",
  icon: "size-8 justify-center max-md:size-11",
};

interface Look {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
}

/** How a button looks, for what is a button by another element (a label, a summary). */
export function buttonClass({ variant = "secondary", size = "md" }: Look = {}, className?: string): string {
  return cx(
    "inline-flex shrink-0 items-center gap-2 rounded-control font-medium whitespace-nowrap",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}

/** A button; `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({ variant, size, className, type = "button", ...props }: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...props} />;
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link className={buttonClass({ variant, size }, className)} {...props} />;
}
