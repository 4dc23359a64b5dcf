"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button, ButtonLink } from "@/components/ui/button";
import { requestImport } from "@/lib/actions/imports";
import { paths } from "@/lib/paths";

interface Props {
  sessionId: number;
  /** Whether the demo company is loaded: then somebody must say that the two may mix. */
  isDemo: boolean;
  label: string;
}

/** Starts the import itself. */
export function ImportStart({ sessionId, isDemo, label }: Props) {
  const [intoDemo, setIntoDemo] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const router = useRouter();
  const start = async () => {
    if (isDemo && !intoDemo) return setRefusal("Say first that the demo company and this data may mix.");
    setBusy(true);
    const result = await answered(requestImport({ sessionId, what: "apply", intoDemo }));
    setBusy(false);
    if (!result.ok) return setRefusal(result.message);
    router.push(paths.importSession(sessionId, { step: "import" }));
  };
  return (
    <footer className="mt-6 flex flex-col gap-3">
      {isDemo && (
        <fieldset className="rounded-card border border-input bg-card p-3">
          <legend className="sr-only">The demo company is loaded</legend>
          <p className="mb-2 max-w-prose">
            This installation holds the demo company. To start clean, run <code>npm run reset</code> and import again;
            or mix the two here.
          </p>
          <label className="flex min-h-6 items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              checked={intoDemo}
              onChange={(event) => setIntoDemo(event.target.checked)}
              aria-describedby={refusal ? "start-refusal" : undefined}
            />
            Import although the demo company is loaded; the two may mix
          </label>
        </fieldset>
      )}
      {refusal && (
        <p id="start-refusal" role="alert" className="font-medium">
          {refusal}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href={paths.importSession(sessionId, { step: "values" })}>Back</ButtonLink>
        <Button variant="primary" disabled={isBusy} onClick={() => void start()}>
          {isBusy ? "Starting…" : label}
        </Button>
        <span className="text-muted-foreground text-xs">Every file can be undone for 30 days.</span>
      </div>
    </footer>
  );
}
