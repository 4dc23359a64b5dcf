"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { removeSource, runSource } from "@/lib/actions/sources";
import { paths } from "@/lib/paths";

interface Props {
  id: number;
  name: string;
  /** Whether it is read from here; others send by themselves. */
  isRead: boolean;
}

/** Reads a source now, or removes it after asking. */
export function SourceActions({ id, name, isRead }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const read = async () => {
    setBusy(true);
    const result = await answered(runSource({ id }));
    setBusy(false);
    if (!result.ok) return toast({ title: "Not read", description: result.message, failed: true });
    const failed = result.value.filter(({ status }) => status === "failed");
    const rows = result.value.reduce((sum, { accepted }) => sum + accepted, 0);
    toast({
      title: failed.length > 0 ? `${failed.length} of ${result.value.length} tables failed` : "Read",
      description: failed[0]?.message ?? `${rows} rows taken.`,
      failed: failed.length > 0,
    });
    router.refresh();
  };
  const remove = async () => {
    const result = await answered(removeSource({ id }));
    if (!result.ok) return toast({ title: "Not removed", description: result.message, failed: true });
    router.push(paths.data());
  };
  return (
    <>
      {isRead && (
        <Button onClick={read} disabled={isBusy}>
          {isBusy ? "Reading…" : "Read now"}
        </Button>
      )}
      <Button variant="ghost" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <Dialog open={isAsking} onClose={() => setAsking(false)} title={`Remove ${name}?`}>
        <p>Its settings, secret and log go. What it delivered stays.</p>
        <Button variant="primary" className="self-start" onClick={remove}>
          Remove
        </Button>
      </Dialog>
    </>
  );
}
