import type { ComponentProps } from "react";
import { cx } from "./cx";
import { controlClass } from "./input";

interface Props extends ComponentProps<"select"> {
  options: readonly { value: string; label: string }[];
}

/** The platform's own select. */
export function Select({ options, className, ...props }: Props) {
  return (
    <select className={cx(controlClass, "pr-6", className)} {...props}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
