"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { Input } from "@/components/ui/input";
import type { KeyAction } from "@/components/ui/use-keys";
import type { Role } from "@/lib/core/access";
import { LIST_KEYS, PORTFOLIO_LISTS } from "@/lib/core/portfolio/lists";
import { paths } from "@/lib/paths";
import { navItems } from "./nav-items";
import { type PaletteEntry, PaletteOption } from "./palette-option";
import { usePaletteFinds } from "./use-palette-finds";

/** Screens that no letter leads to. */
const PLACES = [
  { name: "Portfolio lists", href: paths.portfolioLists() },
  ...LIST_KEYS.map((list) => ({ name: `List: ${PORTFOLIO_LISTS[list].name}`, href: paths.portfolioList(list) })),
  { name: "Structural shift", href: paths.shift() },
  { name: "What moved the average", href: paths.bookTrend() },
];

interface Props {
  actions: readonly KeyAction[];
  roles: readonly Role[];
  onClose: () => void;
}

/** What the palette finds by its words, and the arrows that choose among it. */
export function Palette({ actions, roles, onClose }: Props) {
  const router = useRouter();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const { finds, isFailed } = usePaletteFinds(q);
  const own: PaletteEntry[] = [
    ...actions.map(({ does, key, run }) => ({ id: `do-${key}`, kind: "Do", name: does, keys: key.split("+"), run })),
    ...PLACES.map(({ name, href }) => ({
      ...{ id: `go-${name}`, kind: "Go to", name, keys: [], run: () => router.push(href) },
    })),
    ...navItems(roles).map(({ href, name, keys }) => ({
      ...{ id: `go-${name}`, kind: "Go to", name, keys: ["g", keys[0] ?? ""], run: () => router.push(href) },
    })),
  ];
  const options: PaletteEntry[] = [
    ...finds.map((find) => ({ ...find, run: () => router.push(find.href) })),
    ...own.filter(({ name }) => name.toLowerCase().includes(q.trim().toLowerCase())),
  ];
  const chosen = Math.min(at, options.length - 1);
  const choose = (option: PaletteEntry | undefined) => {
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
