import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";

/** A cause as people read it. */
export function causeText(cause: string): string {
  if (cause === "none") return "No cause named";
  const name = CAUSE_BOOK[cause as Cause]?.name ?? cause.replaceAll("_", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}
