"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TryReadingsProps } from "./try-readings";

/** The kernel comes when somebody asks for it, not with the page. */
const TryReadings = dynamic(() => import("./try-readings").then((module) => module.TryReadings), { ssr: false });

/** Opens the account's readings to be tried: what its health would be with others. */
export function OpenReadings(props: TryReadingsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {props.steps.length > 0 ? "Try it" : "Try other readings"}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} shape="drawer" title="What if it read otherwise?">
        <TryReadings {...props} />
      </Dialog>
    </>
  );
}
