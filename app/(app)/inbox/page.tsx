import type { Metadata } from "next";
import { agoText } from "@/components/data/ago-text";
import { InboxList } from "@/components/notices/inbox-list";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented";
import { countUnread, type InboxRow, listInbox } from "@/db/queries/list-inbox";
import { bandWord } from "@/lib/core/notices/words";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { inboxQuery, loadInboxParams } from "./search-params";

export const metadata: Metadata = { title: "Inbox" };

/** What has come to the person: unread first, all on request. */
export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const ctx = await viewerContext();
  const { show, after } = await loadInboxParams(searchParams);
  const [{ rows, next }, unread] = await Promise.all([
    listInbox(ctx, { unread: show === "unread", after }),
    countUnread(ctx),
  ]);
  const shows = [
    { value: "unread", label: `Unread${unread > 0 ? ` (${unread > 99 ? "99+" : unread})` : ""}` },
    { value: "all", label: "All" },
  ].map((one) => ({ ...one, href: paths.inbox({ show: one.value === "all" ? "all" : null }) }));
  return (
    <>
      <PageHeader title="Inbox">
        {rows.length > 0 && <ExportMenu list="inbox" />}
        <SegmentedLinks label="Shown" current={show} options={shows} />
        <ButtonLink href={paths.notificationSettings()} className="max-md:px-2 max-md:text-xs">
          What comes here
        </ButtonLink>
      </PageHeader>
      {rows.length > 0 ? (
        <InboxList
          items={rows.map((row) => itemOf(row, ctx.now))}
          hasUnread={unread > 0}
          isUnreadOnly={show === "unread"}
        />
      ) : (
        <Nothing show={show} />
      )}
      {next !== null && (
        <ButtonLink href={`${paths.inbox()}${inboxQuery({ show, after: next })}`} className="mt-3">
          Older
        </ButtonLink>
      )}
    </>
  );
}

function itemOf({ id, text, href, isRead, at, account }: InboxRow, now: Date) {
  const ago = agoText(Math.floor((now.getTime() - at.getTime()) / 60_000));
  const shown = account && { ...account, band: account.band === null ? null : bandWord(account.band) };
  return { id, text, href, isRead, ago, account: shown };
}

function Nothing({ show }: { show: "unread" | "all" }) {
  if (show === "all") {
    return (
      <EmptyState kind="first_run" title="Nothing has come yet">
        Changes of band, sudden falls, breached clocks and disagreements on your accounts arrive here within a minute of
        the run that finds them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="all_done"
      title="You have read everything"
      action={<ButtonLink href={paths.inbox({ show: "all" })}>Show all</ButtonLink>}
    />
  );
}
