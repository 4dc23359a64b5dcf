"use client";
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { cx } from "./cx";

/** Gives the page its toasts; F6 reaches them, they wait while pointed at. They lie where nobody works: on a desk over the foot
 * that pages keep free, beside the navigation; on a phone over the title, away from thumb, buttons and bar. */
export function ToastRegion({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={8000} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed bottom-3 left-18 z-50 h-(--toast-frontmost-height) w-80 rounded-card [--way:-1] max-md:inset-x-2 max-md:top-2 max-md:bottom-auto max-md:w-auto max-md:[--way:1] lg:w-144 xl:left-54 print:hidden">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** One on top of the other, so that several hide no more than one; pointed at or focused, they lie beside each other. */
function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["left", "right", "up", "down"]}
      className={cx(
        "absolute inset-x-0 bottom-0 z-[calc(9-var(--toast-index))] h-(--toast-frontmost-height) max-md:top-0 max-md:bottom-auto",
        "translate-x-(--toast-swipe-movement-x) translate-y-[calc(var(--way)*var(--toast-index)*6px)]",
        "data-expanded:h-(--toast-height) data-expanded:translate-y-[calc(var(--way)*(var(--toast-offset-y)+var(--toast-index)*8px))]",
        "rounded-card border border-input bg-card shadow-popover after:absolute after:inset-x-0 after:top-full after:h-2.5",
        "data-ending-style:opacity-0 data-limited:hidden",
      )}
    >
      <Toast.Content className="flex h-full items-center gap-3 overflow-hidden p-3 data-behind:opacity-0 data-expanded:opacity-100">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-muted-foreground" />
        </div>
        <Toast.Action className={buttonClass({ size: "sm" })} />
        <Toast.Close aria-label="Dismiss" className={buttonClass({ variant: "ghost", size: "icon" })}>
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

interface Message {
  title: string;
  description?: string;
  /** One thing that can be done about it: Undo, Retry. */
  action?: { label: string; onClick: () => void };
  /** Read out at once and kept until dismissed. */
  failed?: boolean;
}

/** `toast({ title: "Saved", action: { label: "Undo", onClick } })` shows it for eight seconds; returns what takes it away. */
export function useToast(): (message: Message) => () => void {
  const { add, close } = Toast.useToastManager();
  return ({ title, description, action, failed }) => {
    const act = () => {
      close(id);
      action?.onClick();
    };
    const id = add({
      title,
      description,
      priority: failed ? "high" : "low",
      timeout: failed ? 0 : 8000,
      actionProps: action && { children: action.label, onClick: act },
    });
    return () => close(id);
  };
}
