"use client";
import { usePathname, useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useKeyChoices, useKeys } from "@/components/ui/use-keys";
import { mayEver, type Role } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { keySections } from "./key-rows";
import { navItems } from "./nav-items";

const THEMES = ["system", "light", "dark"];

/** The keys that work on every screen, and the sheet that lists them with those of the current one. */
export function GlobalKeys({ roles }: { roles: readonly Role[] }) {
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const pathname = usePathname();
  const { theme, setTheme } = useTheme();
  const { off, map } = useKeyChoices();

  const items = [...navItems(roles), { keys: ["n"], href: paths.inbox() }];
  useKeys(items.flatMap(({ keys }) => keys.map((key) => `g>${key === "," ? "comma" : key}`)).join(","), (sequence) => {
    const letter = sequence === "g>comma" ? "," : sequence.slice(-1);
    router.push(items.find(({ keys }) => keys.includes(letter))?.href ?? paths.settings());
  });
  useKeys("?", () => setOpen((open) => !open), { useKey: true, inDialog: isOpen, does: { "?": "All keys" } });
  useKeys("shift+t", () => setTheme(THEMES[(THEMES.indexOf(theme ?? "system") + 1) % THEMES.length] ?? "system"), {
    does: { "shift+t": "Change the theme" },
  });

  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title="Keys">
      {off && <p>You have switched single keys off. Ctrl+K finds what they do; Settings, Keyboard brings them back.</p>}
      {keySections(pathname, mayEver(roles, "import:run")).map(({ name, rows }) => (
        <section key={name}>
          <h3 className="mb-1 font-medium text-muted-foreground text-xs">{name}</h3>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1">
            {rows.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{keys.length === 1 ? (map[key] ?? key) : key}</Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
