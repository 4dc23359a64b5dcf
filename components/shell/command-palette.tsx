"use client";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { type KeyAction, keyActions, useKeys } from "@/components/ui/use-keys";
import type { Role } from "@/lib/core/access";
import { Palette } from "./palette";

/** Ctrl+K or ⌘K: accounts, views and screens by name, and what can be done about the chosen rows, with its key. */
export function CommandPalette({ roles }: { roles: readonly Role[] }) {
  const [actions, setActions] = useState<readonly KeyAction[] | null>(null);
  useKeys("mod+k, mod+j", () => setActions((open) => (open ? null : keyActions())), {
    ...{ preventDefault: true, enableOnFormTags: true, inDialog: actions !== null },
  });
  const close = () => setActions(null);
  return (
    <Dialog open={actions !== null} onClose={close} title="Find or do">
      {actions && <Palette actions={actions} roles={roles} onClose={close} />}
    </Dialog>
  );
}
