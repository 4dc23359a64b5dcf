"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { draftFromOutcomes } from "@/lib/actions/validation";
import { paths } from "@/lib/paths";

interface Props {
  version: number;
  from: "losses" | "weights";
  children: string;
}

/** Begins a draft with its evidence, and opens it. */
export function DraftButton({ version, from, children }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isPending, startTransition] = useTransition();
  const start = () =>
    startTransition(async () => {
      const result = await answered(draftFromOutcomes({ version, from }));
      if (result.ok) router.push(paths.modelDraft(result.value.id));
      else toast({ title: "No draft was begun", description: result.message, failed: true });
    });
  return (
    <Button disabled={isPending} onClick={start}>
      {children}
    </Button>
  );
}
