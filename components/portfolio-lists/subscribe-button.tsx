"use client";
import { Bell, BellOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useKeys } from "@/components/ui/use-keys";
import { subscribeList } from "@/lib/actions/lists";
import type { ListKey } from "@/lib/core/portfolio/lists";

interface Props {
  list: ListKey;
  /** Whose accounts, as the subscription keeps it. */
  query: string;
  isOn: boolean;
}

/** Has one told when accounts join the list, or no longer; w does the same. */
export function SubscribeButton({ list, query, isOn }: Props) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const toggle = () =>
    start(async () => {
      const answer = await answered(subscribeList({ list, query, isOn: !isOn }));
      setError(answer.ok ? null : answer.message);
      if (answer.ok) router.refresh();
    });
  useKeys("w", toggle, {
    does: { w: isOn ? "Unsubscribe from the list" : "Subscribe to the list" },
    enabled: !isPending,
  });
  const Icon = isOn ? BellOff : Bell;
  return (
    <>
      <Button onClick={toggle} disabled={isPending} aria-keyshortcuts="w">
        <Icon aria-hidden className="size-4" />
        {isOn ? "Unsubscribe" : "Subscribe"}
      </Button>
      <span role="status" className="text-muted-foreground text-xs">
        {error ?? (isOn ? "You are told when accounts join." : "")}
      </span>
    </>
  );
}
