"use client";
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

/** Gives the page its toasts; F6 reaches them, they wait while pointed at. */
export function ToastRegion({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={8000} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-96 max-w-[calc(100vw-2rem)] flex-col gap-2 max-md:bottom-20 print:hidden">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-card border border-input bg-card shadow-popover data-ending-style:opacity-0 data-limited:hidden"
    >
      <Toast.Content className="flex items-center gap-3 p-3">
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
