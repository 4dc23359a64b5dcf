"use client";
import { useRouter } from "next/navigation";
import { ChipLink } from "@/components/ui/chip-link";
import { ChipNav } from "@/components/ui/chip-nav";
import { useKeys } from "@/components/ui/use-keys";
import { type AccountsQuery, viewHref, viewOf } from "./address";
import type { ViewTab } from "./built-in-views";
import { SaveViewButton } from "./save-view-button";
import { type SavedView, ViewMenu } from "./view-menu";

interface Props {
  query: AccountsQuery;
  builtIn: readonly ViewTab[];
  saved: readonly SavedView[];
  isAdmin: boolean;
}

/** The views as tabs, one key each from 1 to 9; one that is not pinned is in the menu. */
export function ViewTabs({ query, builtIn, saved, isAdmin }: Props) {
  const router = useRouter();
  const now = viewOf(query);
  const views = saved.map((view) => ({ ...view, href: viewHref(view.slug, view.query) }));
  const chosen = views.find(({ slug }) => slug === query.view);
  const tabs = [...builtIn, ...views.filter((view) => view.isPinned || view === chosen)];
  const current = tabs.find(({ slug }) => slug === query.view) ?? tabs.find((tab) => tab.query === now);
  const isChanged = current === undefined || current.query !== now;
  useKeys("1,2,3,4,5,6,7,8,9", (key) => {
    const tab = tabs[Number(key) - 1];
    if (tab) router.push(tab.href, { scroll: false });
  });
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <ChipNav label="Views">
        {tabs.map((tab) => (
          <ChipLink key={tab.slug} href={tab.href} active={tab === current}>
            {tab.name}
            {tab === current && isChanged && <span className="font-normal text-muted-foreground">· changed</span>}
          </ChipLink>
        ))}
      </ChipNav>
      {views.length > 0 && <ViewMenu views={views} isAdmin={isAdmin} />}
      {isChanged && (
        <SaveViewButton query={now} changes={chosen?.isMine || (isAdmin && chosen?.isShared) ? chosen : null} />
      )}
    </div>
  );
}
