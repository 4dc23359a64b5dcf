"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { type KeyAction, keyActions, useKeys } from "@/components/ui/use-keys";
import type { Role } from "@/lib/core/access";
import { navItems } from "./nav-items";
import { usePaletteFinds } from "./use-palette-finds";

/** Ctrl+K or ⌘K: accounts, views and screens by name, and what can be done about the chosen rows, with its key. */
export function CommandPalette({ roles }: { roles: readonly Role[] }) {
  const [actions, setActions] = useState<readonly KeyAction[] | null>(null);
  useKeys("mod+k, mod+j", () => setActions((open) => (open ? null : keyActions())), {
    ...{ preventDefault: true, enableOnFormTags: true },
  });
  const close = () => setActions(null);
  return (
    <Dialog open={actions !== null} onClose={close} title="Find or do">
      {actions && <Palette actions={actions} roles={roles} onClose={close} />}
    </Dialog>
  );
}

interface Props {
  actions: readonly KeyAction[];
  roles: readonly Role[];
  onClose: () => void;
}

interface Option {
  id: string;
  kind: string;
  name: string;
  detail?: string;
  keys?: readonly string[];
  run: () => void;
}

function Palette({ actions, roles, onClose }: Props) {
  const router = useRouter();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const { finds, isFailed } = usePaletteFinds(q);
  const own: Option[] = [
    ...actions.map(({ does, key, run }) => ({ id: `do-${key}`, kind: "Do", name: does, keys: key.split("+"), run })),
    ...navItems(roles).map(({ href, name, keys }) => ({
      ...{ id: `go-${name}`, kind: "Go to", name, keys: ["g", keys[0] ?? ""], run: () => router.push(href) },
    })),
  ];
  const options: Option[] = [
    ...finds.map((find) => ({ ...find, run: () => router.push(find.href) })),
    ...own.filter(({ name }) => name.toLowerCase().includes(q.trim().toLowerCase())),
  ];
  const chosen = Math.min(at, options.length - 1);
  const choose = (option: Option | undefined) => {
    if (!option) return;
    onClose();
    // What it opens takes the focus once this dialog has given it back.
    setTimeout(option.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) return choose(options[chosen]);
    const next = Math.min(options.length - 1, Math.max(0, chosen + step));
    setAt(next);
    document.getElementById(`palette-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div className="flex flex-col gap-2">
      <Input
        data-first
        role="combobox"
        aria-label="Find an account, view or screen, or something to do"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={options.length > 0 ? `palette-${chosen}` : undefined}
        autoComplete="off"
        placeholder="Account, view, screen, action…"
        value={q}
        onChange={(event) => {
          setQ(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isFailed && <p role="alert">Accounts could not be searched. Type again to retry.</p>}
      {options.length === 0 && <p className="text-muted-foreground">Nothing has that name.</p>}
      <div id="palette" role="listbox" aria-label="Found" tabIndex={-1} className="max-h-[50dvh] overflow-y-auto">
        {options.map((option, index) => (
          <PaletteOption
            key={option.id}
            id={`palette-${index}`}
            option={option}
            isChosen={index === chosen}
            onChoose={() => choose(option)}
          />
        ))}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  option: Option;
  isChosen: boolean;
  onChoose: () => void;
}

function PaletteOption({ id, option: { kind, name, detail, keys }, isChosen, onChoose }: OptionProps) {
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
        <Kbd key={key}>{key === "mod" ? "Ctrl" : key}</Kbd>
      ))}
    </button>
  );
}
