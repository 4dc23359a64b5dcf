"use client";
import { useSyncExternalStore } from "react";

const PHONE = "(max-width: 767px)";
const [DENSE, TOUCH] = [36, 44];

/** The height of a row: what a finger needs on a phone, dense elsewhere. */
export function useRowHeight(): number {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(PHONE);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => (window.matchMedia(PHONE).matches ? TOUCH : DENSE),
    () => DENSE,
  );
}
