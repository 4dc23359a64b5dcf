import { loadInboxParams } from "@/app/(app)/inbox/search-params";
import { type InboxRow, listInbox } from "@/db/queries/list-inbox";
import { listOf } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The person's own notices, unread ones or all. */
export function exportInbox(_: ViewerCtx, search: URLSearchParams): ReadList {
  const { show } = loadInboxParams(search);
  return {
    words: [show],
    read: async (ctx, limit) => {
      const { rows } = await listInbox(ctx, { unread: show === "unread", after: null }, limit);
      return listOf<InboxRow>(rows, {
        at: (row) => row.at.toISOString(),
        kind: (row) => row.kind,
        account: (row) => row.account?.name ?? null,
        health_band: (row) => row.account?.band ?? null,
        text: (row) => row.text,
        read: (row) => row.isRead,
      });
    },
  };
}
