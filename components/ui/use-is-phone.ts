"use client";
import { useSyncExternalStore } from "react";

const PHONE = "(max-width: 767px)";

/** Whether the window is as narrow as a phone's; null until the browser can say. */
export function useIsPhone(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    (onChange) => {
      const query = window.matchMedia(PHONE);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(PHONE).matches,
    () => null,
  );
}
