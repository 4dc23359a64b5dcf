"use client";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";
import { updateSettings } from "@/lib/actions/settings";

interface Props {
  play: { key: string; name: string };
  /** Every play that holds out a half now. */
  heldOut: readonly string[];
}

/** Whether a low-touch play holds out a random half, so that its effect can be told. */
export function HoldOutForm({ play, heldOut }: Props) {
  const toast = useToast();
  const [isPending, startTransition] = useTransition();
  const isOn = heldOut.includes(play.key);
  const save = (isWanted: boolean) =>
    startTransition(async () => {
      const others = heldOut.filter((key) => key !== play.key);
      const result = await answered(updateSettings({ heldOutPlays: isWanted ? [...others, play.key] : others }));
      if (!result.ok) toast({ title: "Not saved", description: result.message, failed: true });
      else if (isWanted)
        toast({ title: `${play.name}: every other account it is chosen for goes without it for 90 days` });
      else toast({ title: `${play.name} is open to every account` });
    });
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        className="accent-primary"
        checked={isOn}
        disabled={isPending}
        onChange={(event) => save(event.target.checked)}
      />
      Hold out a random half
      <span className="sr-only">of {play.name}</span>
    </label>
  );
}
