"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Day } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import { PublishDialog } from "./publish-dialog";

interface Props {
  version: { version: number; model: Model };
  today: Day;
  owners: readonly { id: number; name: string }[];
  ownerId: number | null;
}

/** Goes back to an older version: a copy of it is published as the next one, with a note. */
export function RollBack({ version: { version, model }, ...rest }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Go back to version {version}</Button>
      {isOpen && (
        <PublishDialog
          title={`Publish a copy of version ${version}`}
          note={`Back to version ${version}: `}
          model={model}
          draft={null}
          expected={null}
          onClose={() => setOpen(false)}
          {...rest}
        />
      )}
    </>
  );
}
