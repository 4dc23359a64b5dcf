"use client";
import { useSyncExternalStore } from "react";
import { cx } from "./cx";
import { isSignedOut, onSignedOut } from "./signed-out";

/** Where the session has ended, the way to sign in again beside what was written, which this tab keeps: every first screen
 * leads there. */
export function SignedOutNotice({ className }: { className?: string }) {
  const isOut = useSyncExternalStore(onSignedOut, isSignedOut, () => false);
  if (!isOut) return null;
  return (
    <p role="status" className={cx("rounded-control border border-input bg-card px-3 py-2", className)}>
      You were signed out. What you wrote is still here:{" "}
      <a href="/" target="_blank" rel="noreferrer" className="font-medium text-primary underline">
        sign in in a new tab
      </a>
      , come back and press again.
    </p>
  );
}
