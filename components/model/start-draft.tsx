"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { createDraft } from "@/lib/actions/model";
import { paths } from "@/lib/paths";

interface Props {
  from: { version?: number; template?: string; preset?: string };
  /** What is copied, for those who hear the button alone. */
  label?: string;
  size?: "sm";
  children: ReactNode;
}

/** Begins a draft and opens it. */
export function StartDraft({ from, label, size, children }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isPending, startTransition] = useTransition();
  const start = () =>
    startTransition(async () => {
      const result = await answered(createDraft(from));
      if (result.ok) router.push(paths.modelDraft(result.value.id));
      else toast({ title: "No draft was begun", description: result.message, failed: true });
    });
  return (
    <Button {...(size && { size })} aria-label={label} disabled={isPending} onClick={start}>
      {children}
    </Button>
  );
}
