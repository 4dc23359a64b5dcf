"use client";
import { useIsPhone } from "@/components/ui/use-is-phone";

const [DENSE, TOUCH] = [36, 44];

/** The height of a row: what a finger needs on a phone, dense elsewhere. */
export function useRowHeight(): number {
  return useIsPhone() ? TOUCH : DENSE;
}
