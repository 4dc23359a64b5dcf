"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { undoImport } from "@/lib/actions/imports";

/** Takes an import back: what was before it stands again. */
export function ImportUndo({ importId, fileName, until }: { importId: number; fileName: string; until: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();
  const undo = async () => {
    setBusy(true);
    const result = await answered(undoImport({ importId }));
    setBusy(false);
    setOpen(false);
    if (!result.ok) return toast({ title: result.message, failed: true });
    toast({ title: `${fileName} is undone`, description: "Scores follow by themselves." });
  };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`Undo import of ${fileName}`}>
        Undo import
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={`Undo the import of ${fileName}?`}>
        <p>
          Every row that it added goes, and every row that it changed is again as it was. What somebody has changed
          since stays and is named. It can be undone until {until}.
        </p>
        <Button variant="primary" disabled={isBusy} onClick={() => void undo()} className="self-start">
          {isBusy ? "Undoing…" : "Undo import"}
        </Button>
      </Dialog>
    </>
  );
}
