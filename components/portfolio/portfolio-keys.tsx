"use client";
import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";

interface Props {
  /** Where u, Left and Right lead; null where there is nothing further. */
  unit: string;
  earlier: string | null;
  later: string | null;
}

/** The keys of a portfolio screen: u changes the unit, Left and Right the period. */
export function PortfolioKeys({ unit, earlier, later }: Props) {
  const router = useRouter();
  const go = (href: string | null) => href && router.push(href, { scroll: false });
  const isElsewhere = (event: KeyboardEvent) =>
    event.target instanceof HTMLElement && event.target.closest("figure, section[tabindex], dialog, input") !== null;
  useHotkeys("u", () => go(unit), [unit]);
  useHotkeys("left", (event) => !isElsewhere(event) && go(earlier), [earlier]);
  useHotkeys("right", (event) => !isElsewhere(event) && go(later), [later]);
  return null;
}
