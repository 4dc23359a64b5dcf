"use client";
import { Button } from "@/components/ui/button";

/** What a screen says when it cannot be shown; the navigation stays. */
export default function ScreenError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-prose flex-col items-start gap-3 py-12">
      <h1 className="font-semibold text-lg">This screen could not be loaded</h1>
      <p className="text-muted-foreground">
        Nothing was changed. Try again; if it happens again, tell your administrator
        {error.digest ? (
          <>
            {" "}
            this number: <code>{error.digest}</code>
          </>
        ) : (
          " when it happened"
        )}
        .
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </div>
  );
}
