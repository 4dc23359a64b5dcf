"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SaveViewDialog } from "./save-view-dialog";
import type { SavedView } from "./view-menu";

/** Keeps the list as it stands under a name; a view of one's own can take the change. */
export function SaveViewButton({ query, changes }: { query: string; changes: SavedView | null }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        Save view
      </Button>
      {isOpen && <SaveViewDialog query={query} changes={changes} onClose={() => setOpen(false)} />}
    </>
  );
}
