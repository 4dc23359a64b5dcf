import { Button } from "@/components/ui/button";

interface Props {
  isFlying: boolean;
  savedAt: Date | null;
  /** Rows whose work only this browser has. */
  unsaved: number;
  failed: number;
  /** Whether rows wait for a server that cannot be reached. */
  waits: boolean;
  onRetry: () => void;
}

/** Where the work stands: "Saving…", "Saved 09:41", or what did not arrive, with a way to try again. */
export function SaveStatus({ isFlying, savedAt, unsaved, failed, waits, onRetry }: Props) {
  return (
    <div role="status" className="flex items-center gap-2 text-muted-foreground text-xs">
      {failed > 0 ? (
        <>
          <span className="font-medium text-foreground">
            {waits ? "No connection, kept in this browser" : "Not saved"}: {failed} {failed === 1 ? "row" : "rows"}
          </span>
          <Button size="sm" onClick={onRetry}>
            {failed === 1 ? "Retry" : "Retry all"}
          </Button>
        </>
      ) : isFlying || unsaved > 0 ? (
        "Saving…"
      ) : (
        savedAt && `Saved ${savedAt.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`
      )}
    </div>
  );
}
