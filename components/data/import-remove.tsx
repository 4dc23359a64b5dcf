"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { discardImport } from "@/lib/actions/imports";

/** Takes a file out of the import before it is written. */
export function ImportRemove({ importId, fileName }: { importId: number; fileName: string }) {
  const [isBusy, setBusy] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const remove = async () => {
    setBusy(true);
    const result = await answered(discardImport({ importId }));
    setBusy(false);
    if (!result.ok) return toast({ title: result.message, failed: true });
    toast({ title: `${fileName} is taken out` });
    router.refresh();
  };
  return (
    <Button variant="ghost" size="sm" disabled={isBusy} onClick={() => void remove()} aria-label={`Remove ${fileName}`}>
      Remove
    </Button>
  );
}
