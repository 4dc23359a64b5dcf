import type { ReactNode } from "react";
import { CommandPalette } from "@/components/shell/command-palette";
import { GlobalKeys } from "@/components/shell/global-keys";
import { HashEntries } from "@/components/shell/hash-entries";
import { PhoneBar } from "@/components/shell/phone-bar";
import { Sidebar } from "@/components/shell/sidebar";
import { TodayNotice } from "@/components/shell/today-notice";
import { UndoProvider } from "@/components/shell/undo-provider";
import { SignedOutNotice } from "@/components/ui/signed-out-notice";
import { KeyChoicesProvider } from "@/components/ui/use-keys";
import { getKeyChoices } from "@/db/queries/get-key-choices";
import { getSettings } from "@/db/queries/get-settings";
import { countUnread } from "@/db/queries/list-inbox";
import { viewerContext } from "@/lib/server/viewer-context";

/** The frame of every screen for people who are signed in. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const ctx = await viewerContext();
  const [settings, unread, keys] = await Promise.all([getSettings(ctx), countUnread(ctx), getKeyChoices(ctx)]);
  const { name, email, roles } = ctx.actor;
  return (
    <KeyChoicesProvider choices={keys}>
      <div className="flex min-h-dvh">
        <a
          href="#content"
          className="sr-only z-50 rounded-control bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <Sidebar workspace={settings.name} person={{ name, email, roles }} unread={unread} />
        <PhoneBar person={{ name, email, roles }} unread={unread} />
        <div className="min-w-0 flex-1 max-md:pb-16">
          {settings.todayFixed && <TodayNotice isDemo={settings.isDemo} today={ctx.today} />}
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto max-w-content p-6 focus:outline-none max-md:p-4 md:pb-24 print:pb-6"
          >
            <SignedOutNotice className="sticky top-2 z-30 mb-3 shadow-popover" />
            <UndoProvider>{children}</UndoProvider>
          </main>
        </div>
        <GlobalKeys roles={roles} />
        <HashEntries />
        <CommandPalette roles={roles} />
      </div>
    </KeyChoicesProvider>
  );
}
