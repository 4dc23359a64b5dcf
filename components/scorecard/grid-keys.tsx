import { Fragment, memo } from "react";
import { Kbd } from "@/components/ui/kbd";

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["↑", "↓"], "into the grid"],
  [["1", "2", "3"], "best, middle, worst"],
  [["Enter"], "confirm and down"],
  [["Ctrl", "Enter"], "all unchanged"],
  [["Ctrl", "Shift", "Enter"], "all answered"],
  [["Shift", "↓"], "range"],
  [["Ctrl", "d"], "fill down"],
  [["Ctrl", "c"], "and"],
  [["Ctrl", "v"], "with Excel"],
  [["Ctrl", "z"], "undo"],
  [["n"], "note"],
  [["r"], "next reason"],
  [["0"], "clear"],
  [["Space"], "choose"],
];

/** The grid's keys, in the foot that every page keeps free for toasts. */
export const GridKeys = memo(function GridKeys() {
  return (
    <p className="-mb-18 mt-2 flex flex-wrap gap-x-3 gap-y-1 text-muted-foreground text-xs">
      {KEYS.map(([keys, does]) => (
        <span key={keys.join()} className="whitespace-nowrap">
          {keys.map((key) => (
            <Fragment key={key}>
              <Kbd>{key}</Kbd>{" "}
            </Fragment>
          ))}
          {does}
        </span>
      ))}
    </p>
  );
});
