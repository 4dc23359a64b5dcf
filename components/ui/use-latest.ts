"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";

/** What the screen shows now, for a handler that stays while it changes. It is written as the screen is drawn and not while
 * rendering: React begins a new list in the background, and until that is shown a key must act on the rows that are read. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
