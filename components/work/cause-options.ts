import { CAUSE_BOOK } from "@/lib/core/playbook/causes";

/** The causes as a list to choose from. */
export const CAUSE_OPTIONS = Object.entries(CAUSE_BOOK).map(([value, { name }]) => ({
  value,
  label: name.charAt(0).toUpperCase() + name.slice(1),
}));
