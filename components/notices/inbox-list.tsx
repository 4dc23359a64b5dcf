"use client";
import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { readNotifications } from "@/lib/actions/notices";

export interface InboxItem {
  id: number;
  text: string;
  href: string;
  isRead: boolean;
  ago: string;
  account: { name: string; tone: number; band: string | null } | null;
}

/** A person's notices: j and k move, Enter opens, e marks read or unread; each can be taken back. */
export function InboxList({ items, hasUnread }: { items: readonly InboxItem[]; hasUnread: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const remember = useUndo();
  const [isPending, startTransition] = useTransition();
  const takenBack = useRef<ReadonlySet<number>>(new Set());

  const mark = (isRead: boolean, ids?: number[]) =>
    startTransition(async () => {
      const result = await answered(readNotifications(ids ? { ids, isRead } : { isRead }));
      if (!result.ok) return void toast({ title: "Not marked", description: result.message, failed: true });
      const changed = result.value.ids;
      if (changed.length === 0) return;
      const many = changed.length === 1 ? "1 notice" : `${changed.length} notices`;
      const undo = () => {
        takenBack.current = new Set(changed);
        return readNotifications({ ids: changed.slice(0, 500), isRead: !isRead });
      };
      remember({ title: `${many} marked ${isRead ? "read" : "unread"}`, undo });
    });
  const opened = (item: InboxItem) => {
    if (!item.isRead) void answered(readNotifications({ ids: [item.id], isRead: true }));
  };
  const { active, setActive } = useListKeys({
    ids: items.map(({ id }) => id),
    isBack: (id) => takenBack.current.has(Number(id)),
    start: -1,
    onOpen: (index) => {
      const item = items[index];
      if (!item) return;
      opened(item);
      router.push(item.href);
    },
  });
  useKeys("e", () => {
    const item = items[active];
    if (item) mark(!item.isRead, [item.id]);
  });

  return (
    <>
      {hasUnread && (
        <Button size="sm" className="mb-3" disabled={isPending} onClick={() => mark(true)}>
          Mark all read
        </Button>
      )}
      <ul aria-label="Notices" className="rounded-card border bg-card">
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`row-${index}`}
            className={cx(
              "flex items-center gap-3 border-b px-3 py-2 last:border-b-0",
              index === active && "outline-2 outline-ring -outline-offset-2",
            )}
          >
            <Link
              href={item.href}
              onClick={() => opened(item)}
              onFocus={() => setActive(index)}
              className={cx("min-w-0 flex-1 max-md:py-1", !item.isRead && "font-semibold")}
            >
              {!item.isRead && <span className="sr-only">Unread: </span>}
              {item.account && (
                <span className="mr-2 inline-flex items-center gap-2">
                  <BandBadge tone={toneOfCode(item.account.tone)} name={item.account.band} />
                  <bdi>{item.account.name}</bdi>
                </span>
              )}
              <span className="break-words">{item.text}</span>
            </Link>
            <span className="shrink-0 text-muted-foreground text-xs">{item.ago}</span>
            <Button
              variant="ghost"
              size="sm"
              disabled={isPending}
              onClick={() => mark(!item.isRead, [item.id])}
              aria-label={`Mark ${item.isRead ? "unread" : "read"}: ${item.account?.name ?? ""} ${item.text}`}
            >
              {item.isRead ? "Unread" : "Read"}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
