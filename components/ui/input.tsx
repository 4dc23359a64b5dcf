import type { ComponentProps } from "react";
import { cx } from "./cx";

export const controlClass = cx(
  "control h-8 min-w-0 rounded-control border border-input bg-card px-2 text-foreground max-md:h-11 max-md:text-base",
  "placeholder:text-muted-foreground disabled:opacity-50 aria-invalid:border-2 aria-invalid:border-foreground",
);

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cx(controlClass, className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={cx(controlClass, "h-auto py-1", className)} {...props} />;
}
