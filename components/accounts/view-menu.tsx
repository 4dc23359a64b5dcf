"use client";
import { Pin, PinOff, Trash2 } from "lucide-react";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { Button, buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { useToast } from "@/components/ui/toast";
import { pinView, removeView, saveView } from "@/lib/actions/views";

export interface SavedView {
  viewId: number;
  slug: string;
  name: string;
  query: string;
  isShared: boolean;
  isPinned: boolean;
  isMine: boolean;
  maker: string | null;
}

/** Every saved view: open it, put it among the tabs, or remove it. */
export function ViewMenu({ views, isAdmin }: { views: readonly (SavedView & { href: string })[]; isAdmin: boolean }) {
  const remember = useUndo();
  const toast = useToast();
  const failed = (title: string) => void toast({ title, failed: true });
  const pin = async ({ viewId, isPinned }: SavedView) => {
    const result = await answered(pinView({ viewId, isPinned: !isPinned }));
    if (!result.ok) failed(result.message);
  };
  const remove = async ({ viewId, name }: SavedView) => {
    const result = await answered(removeView({ viewId }));
    if (!result.ok) return failed(result.message);
    const { query, isShared, isPinned } = result.value;
    const undo = () => saveView({ page: "accounts", name, query, isShared, isPinned });
    remember({ title: `View ${name} removed`, undo });
  };
  return (
    <Popover button="Saved views" buttonClass={buttonClass({ size: "sm" })} className="w-80">
      <ul className="flex flex-col gap-1">
        {views.map((view) => (
          <li key={view.viewId} className="flex items-center gap-1">
            <Link href={view.href} className="min-w-0 flex-1 rounded-control px-2 py-1 hover:bg-muted">
              <bdi className="block truncate font-medium">{view.name}</bdi>
              <span className="text-muted-foreground text-xs">
                {!view.isShared ? "only you" : view.isMine ? "shared by you" : `shared by ${view.maker ?? "somebody"}`}
              </span>
            </Link>
            {(view.isMine || isAdmin) && (
              <>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={view.isPinned ? `Take ${view.name} out of the tabs` : `Put ${view.name} among the tabs`}
                  onClick={() => void pin(view)}
                >
                  {view.isPinned ? <PinOff aria-hidden className="size-4" /> : <Pin aria-hidden className="size-4" />}
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={`Remove ${view.name}`}
                  onClick={() => void remove(view)}
                >
                  <Trash2 aria-hidden className="size-4" />
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
