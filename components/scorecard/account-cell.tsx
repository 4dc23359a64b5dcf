"use client";
import { Check } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { dayShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Edit } from "./grid-state";
import type { RowView } from "./row-view";

interface Props {
  row: GridRow;
  view: RowView;
  edit: Edit;
  tabIndex: 0 | -1;
  onConfirm: () => void;
}

/** A row's head: the tick that confirms it, the account, and what stands in the way. */
export function AccountCell({ row, view, edit, tabIndex, onConfirm }: Props) {
  return (
    <span className="flex items-center gap-1">
      <ConfirmTick row={row} view={view} edit={edit} onConfirm={onConfirm} />
      <span className="min-w-0 leading-4">
        <Link
          href={paths.account(row.slug)}
          tabIndex={tabIndex}
          title={row.name}
          className="focus-inset block truncate font-medium hover:underline"
        >
          <bdi>{row.name}</bdi>
        </Link>
        <Standing row={row} view={view} edit={edit} />
      </span>
    </span>
  );
}

function ConfirmTick({ row, view, edit, onConfirm }: Omit<Props, "tabIndex">) {
  const isOn = view.isConfirmed || edit.submit !== "no";
  const words = isOn ? `${row.name} is confirmed` : `Confirm ${row.name}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={words}
      title={isOn ? "Confirmed" : "Confirm (Enter)"}
      disabled={isOn || !row.answersAs}
      onClick={onConfirm}
      className="grid size-6 shrink-0 place-items-center pointer-coarse:size-11"
    >
      <span
        className={cx(
          "grid size-4 place-items-center rounded-full border",
          isOn ? "border-foreground bg-foreground text-card" : "border-input hover:bg-muted",
          edit.submit === "sending" && "opacity-50",
          !isOn && !row.answersAs && "invisible",
        )}
      >
        {isOn && <Check aria-hidden className="size-3" strokeWidth={3} />}
      </span>
    </button>
  );
}

function Standing({ row, view, edit }: Pick<Props, "row" | "view" | "edit">) {
  const words = standingOf(row, view, edit);
  if (!words) return null;
  return (
    <span title={words} className={cx("block truncate text-xs", edit.failed ? "font-medium" : "text-muted-foreground")}>
      {edit.failed && <span aria-hidden>! </span>}
      {words}
    </span>
  );
}

function standingOf(row: GridRow, view: RowView, edit: Edit): string | null {
  const { answersAs, challenge, filler, lockedOn, handedOverOn, card } = row;
  if (edit.failed) return edit.failed.of === "draft" ? `Not saved: ${edit.failed.message}` : edit.failed.message;
  if (lockedOn && answersAs === null) return `Submitted ${dayShort(lockedOn)}`;
  if (challenge) return `Challenged by ${challenge.author ?? "someone"}`;
  if (answersAs === null || answersAs === "challenge") return filler && `${filler} answers`;
  if (view.lacking.length > 0 && !view.isUnchanged) return "Needs a reason";
  if (handedOverOn && !view.isReady) return `Yours since ${dayShort(handedOverOn)}`;
  if (card?.recordedAs === "manager" || card?.recordedAs === "admin")
    return `Filed by ${card.author ?? "somebody"} (${card.recordedAs})`;
  return answersAs === "owner" ? null : `As ${answersAs}, for ${filler ?? "nobody"}`;
}
