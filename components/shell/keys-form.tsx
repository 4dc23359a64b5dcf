"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { KeyChoices } from "@/components/ui/use-keys";
import { saveKeys } from "@/lib/actions/keys";
import { clashingLetter, LETTER_KEYS } from "@/lib/core/letter-keys";

/** Single keys off, or each on another letter: for those who speak to the computer, and for other keyboards. */
export function KeysForm({ choices }: { choices: KeyChoices }) {
  const router = useRouter();
  const toast = useToast();
  const [off, setOff] = useState(choices.off);
  const [pressed, setPressed] = useState<Readonly<Record<string, string>>>(choices.map);
  const [isPending, startTransition] = useTransition();
  const map = Object.fromEntries(Object.entries(pressed).filter(([letter, other]) => other && other !== letter));
  const clash = clashingLetter(map);
  const send = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answered(saveKeys({ off, map }));
      if (!result.ok) return void toast({ title: "Not saved", description: result.message, failed: true });
      toast({ title: "Keys saved" });
      router.refresh();
    });
  };
  return (
    <form method="post" onSubmit={send} className="flex flex-col gap-4">
      <label className="flex min-h-6 items-center gap-2 max-md:min-h-11">
        <input
          type="checkbox"
          checked={off}
          onChange={(event) => setOff(event.target.checked)}
          className="accent-primary"
        />
        Single keys do nothing. Arrows, Enter, Space, Esc and keys with Ctrl still work.
      </label>
      <fieldset disabled={off} className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-6 gap-y-2">
        <legend className="mb-2 font-medium">Which letter does what</legend>
        {Object.entries(LETTER_KEYS).map(([letter, does]) => (
          <label key={letter} className="flex items-center gap-3">
            <input
              className={`${controlClass} w-11 text-center`}
              maxLength={1}
              pattern="[a-z]"
              value={pressed[letter] ?? letter}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setPressed({ ...pressed, [letter]: event.target.value.toLowerCase() })}
            />
            {does}
          </label>
        ))}
      </fieldset>
      {clash && (
        <p role="alert">“{clash}” would do two things at once. Give each its own letter; g is for the screens.</p>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={isPending || clash !== null}>
          Save
        </Button>
        <Button
          onClick={() => {
            setOff(false);
            setPressed({});
          }}
        >
          As they were
        </Button>
      </div>
    </form>
  );
}
