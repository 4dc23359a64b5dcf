"use client";
import { useRouter } from "next/navigation";
import { startTransition, useLayoutEffect, useOptimistic, useRef } from "react";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
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

interface Props {
  items: readonly InboxItem[];
  hasUnread: boolean;
  /** Whether what is read leaves the list. */
  isUnreadOnly: boolean;
}

type Marked = { ids?: number[] | undefined; isRead: boolean };

/** A person's notices: j and k move, Enter opens, e marks read or unread, at once; each can be taken back. */
export function InboxList({ items: listed, hasUnread, isUnreadOnly }: Props) {
  const router = useRouter();
  const toast = useToast();
  const remember = useUndo();
  const [items, show] = useOptimistic(listed, (before, { ids, isRead }: Marked) =>
    before
      .map((item) => (!ids || ids.includes(item.id) ? { ...item, isRead } : item))
      .filter((item) => !isUnreadOnly || !item.isRead),
  );
  /** The row whose button was pressed: where the row leaves, the button of the one in its place has the focus. */
  const pressed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body) return;
    const row = document.getElementById(`row-${Math.min(pressed.current, items.length - 1)}`);
    row?.querySelector("button")?.focus();
  }, [items]);
  const takenBack = useRef<ReadonlySet<number>>(new Set());

  const mark = (isRead: boolean, ids?: number[]) =>
    startTransition(async () => {
      show({ ids, isRead });
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
    start: 0,
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
        <Button size="sm" className="mb-3" onClick={() => mark(true)}>
          Mark all read
        </Button>
      )}
      <ul aria-label="Notices" className="rounded-card border bg-card">
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`row-${index}`}
            className={cx(
              "flex items-center gap-3 border-b px-3 py-2 last:border-b-0 max-md:flex-wrap max-md:gap-y-0",
              index === active && "outline-2 outline-ring -outline-offset-2",
            )}
          >
            <Link
              href={item.href}
              onClick={() => opened(item)}
              onFocus={() => setActive(index)}
              className={cx("min-w-0 flex-1 max-md:basis-full max-md:py-1", !item.isRead && "font-semibold")}
            >
              {!item.isRead && <span className="sr-only">Unread: </span>}
              {item.account && (
                <>
                  <BandBadge tone={toneOfCode(item.account.tone)} name={item.account.band} />
                  <bdi className="mx-2">{item.account.name}</bdi>
                </>
              )}
              <span className="break-words">{item.text}</span>
            </Link>
            <span className="shrink-0 text-muted-foreground text-xs max-md:grow">{item.ago}</span>
            <Button
              variant="ghost"
              size="sm"
              onClick={() => {
                pressed.current = index;
                mark(!item.isRead, [item.id]);
              }}
              aria-label={`Mark ${item.isRead ? "unread" : "read"}: ${item.account?.name ?? ""} ${item.text}`}
            >
              Mark {item.isRead ? "unread" : "read"}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted-foreground text-xs max-md:hidden">
        <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Enter</Kbd> open · <Kbd>e</Kbd> read or unread · <Kbd>?</Kbd> all keys
      </p>
    </>
  );
}
