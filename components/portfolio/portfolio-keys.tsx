"use client";
import { useRouter } from "next/navigation";
import { useKeys } from "@/components/ui/use-keys";

interface Props {
  /** Where u, Left and Right lead; null where there is nothing further. */
  unit: string;
  earlier: string | null;
  later: string | null;
}

/** The keys of a portfolio screen: u changes the unit, Left and Right the period. */
export function PortfolioKeys({ unit, earlier, later }: Props) {
  const router = useRouter();
  // What is shown as tables stays so: that is known to the address alone.
  const go = (href: string | null) => {
    if (!href) return;
    const to = new URL(href, window.location.origin);
    if (new URLSearchParams(window.location.search).get("table")) to.searchParams.set("table", "1");
    router.push(`${to.pathname}${to.search}`, { scroll: false });
  };
  const isElsewhere = (event: KeyboardEvent | null) =>
    event?.target instanceof HTMLElement && event.target.closest("figure, section[tabindex], dialog, input") !== null;
  useKeys("u", () => go(unit), { does: { u: "Change between accounts and ARR" } });
  useKeys("left", (_, event) => !isElsewhere(event) && go(earlier), { repeats: true });
  useKeys("right", (_, event) => !isElsewhere(event) && go(later), { repeats: true });
  return null;
}
