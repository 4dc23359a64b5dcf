import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";

export interface PaletteEntry {
  id: string;
  kind: string;
  name: string;
  detail?: string;
  keys?: readonly string[];
  run: () => void;
}

interface OptionProps {
  id: string;
  option: PaletteEntry;
  isChosen: boolean;
  onChoose: () => void;
}

/** One thing that the palette found, with its keys. */
export function PaletteOption({ id, option: { kind, name, detail, keys }, isChosen, onChoose }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={onChoose}
      className={cx(
        "flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-left max-md:min-h-11",
        isChosen ? "bg-muted" : "hover:bg-muted",
      )}
    >
      <span className="w-16 shrink-0 text-muted-foreground text-xs">{kind}</span>
      <bdi className="min-w-0 flex-1 truncate font-medium">{name}</bdi>
      {detail && <span className="text-muted-foreground text-xs">{detail}</span>}
      {keys?.map((key) => (
        <Kbd key={key}>{nameOf(key)}</Kbd>
      ))}
    </button>
  );
}

/** A key as it is written on a keyboard: "Ctrl", "Enter", "e". */
function nameOf(key: string): string {
  if (key === "mod") return "Ctrl";
  return key.length > 1 ? `${key.charAt(0).toUpperCase()}${key.slice(1)}` : key;
}
