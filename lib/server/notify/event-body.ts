import "server-only";
import { isNoticeKind, NOTICE_KINDS } from "@/lib/core/notices/kinds";
import { noticeText } from "@/lib/core/notices/words";
import { type AccountFacts, accountParts, plainText } from "./account-line";
import { eventHref } from "./event-href";

export interface OutgoingEvent {
  id: number;
  kind: string;
  payload: Readonly<Record<string, unknown>>;
  at: Date;
  /** The account it is about, as it stands now. */
  account: (AccountFacts & { externalId: string }) | null;
}

interface Place {
  today: string;
  currency: string;
  origin: string;
}

/** The message's id: the same for every attempt, so that a receiver can tell one it has had. */
export function messageId({ id }: { id: number }): string {
  return `evt_${id}`;
}

/** The body that signed webhooks get: `{type, timestamp, data}`, accounts by their own ids, no numbers of this database. */
export function webhookBody(event: OutgoingEvent, { origin }: Place): string {
  const { kind, payload, at, account } = event;
  const type = isNoticeKind(kind) ? NOTICE_KINDS[kind].type : kind;
  const { accountId: _account, personId: _person, runId: _run, ...facts } = payload;
  const data = {
    ...(account && {
      account: { id: account.externalId, name: account.name, url: origin + hrefOf(event) },
    }),
    ...facts,
  };
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}

/** The message that Slack and what speaks its format show: one line and a button; the text says the same without blocks. */
export function slackBody(event: OutgoingEvent, place: Place): string {
  const { kind, payload, account } = event;
  const said = plainText(isNoticeKind(kind) ? noticeText(kind, payload) : kind);
  const parts = [...(account ? accountParts(account, place) : []), said].map(escaped);
  const bold = parts.map((part, i) => (account && i < 2 ? `*${part.replaceAll("*", "∗")}*` : part)).join(" · ");
  const url = place.origin + hrefOf(event);
  const button = { type: "button", text: { type: "plain_text", text: "Open" }, url };
  const section = { type: "section", text: { type: "mrkdwn", text: bold.slice(0, 2900) }, accessory: button };
  return JSON.stringify({ text: `${parts.join(" · ")} ${url}`, blocks: [section] });
}

function hrefOf({ kind, account, payload }: OutgoingEvent): string {
  return isNoticeKind(kind) ? eventHref(kind, account?.slug ?? null, payload) : "/";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
