import type { Day } from "@/lib/core/calendar";
import { countText } from "@/lib/format";

export interface Book {
  personId: number;
  name: string;
  isActive: boolean;
  isCsm: boolean;
  isAm: boolean;
  manager: string | null;
  csmAccounts: number;
  amAccounts: number;
  cover: { id: number; coveredBy: string; from: Day; until: Day; note: string | null } | null;
}

/** Who may own accounts or stand in. */
export interface Person {
  personId: number;
  name: string;
  isCsm: boolean;
  isAm: boolean;
}

/** What a book holds: "31 as CSM, 4 as AM". */
export function booksText({ csmAccounts, amAccounts }: Pick<Book, "csmAccounts" | "amAccounts">): string {
  const parts = [
    csmAccounts > 0 && `${countText(csmAccounts)} as CSM`,
    amAccounts > 0 && `${countText(amAccounts)} as AM`,
  ];
  return parts.filter(Boolean).join(", ") || "no accounts";
}
