"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Model } from "@/lib/core/health/model";
import { modelDiff } from "@/lib/core/model-draft/model-diff";
import { DiffLines } from "./diff-lines";
import type { Conflict } from "./use-model-draft";

interface Props {
  theirs: Conflict;
  mine: Model;
  onTake: () => void;
  onKeep: () => void;
}

/** Two people changed the draft: what theirs has that yours has not, and the other way round; one of the two stays. */
export function ConflictDialog({ theirs, mine, onTake, onKeep }: Props) {
  const who = theirs.by ?? "Somebody";
  return (
    <Dialog open onClose={onTake} title={`${who} has changed this draft meanwhile`}>
      <section>
        <h3 className="font-medium">What differs from yours in theirs</h3>
        <DiffLines parts={modelDiff(mine, theirs.model)} most={8} />
      </section>
      <section>
        <h3 className="font-medium">What differs from theirs in yours</h3>
        <DiffLines parts={modelDiff(theirs.model, mine)} most={8} />
      </section>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onTake}>
          Take theirs
        </Button>
        <Button onClick={onKeep}>Save mine over it</Button>
      </div>
      <p className="text-muted-foreground text-xs">Theirs can be undone to yours with Ctrl+Z afterwards.</p>
    </Dialog>
  );
}
