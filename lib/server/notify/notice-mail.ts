import "server-only";
import type { Day } from "@/lib/core/calendar";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type AccountFacts, accountParts, plainText } from "./account-line";
import { composeMail, type Mail } from "./compose-mail";

export interface MailedNotice {
  id: number;
  accountId: number | null;
  text: string;
  href: string;
}

export type MailedAccount = AccountFacts & { id: number; reason: string | null };

interface Setting {
  purpose: "now" | "daily" | "weekly";
  today: Day;
  currency: string;
  workspace: string;
  /** The address people open, without a slash at its end. */
  origin: string;
}

const MOST_ACCOUNTS = 10;

/** One e-mail for some notices of a person: what concerns no account first, then accounts in the order given, at most ten, one
 * line each with all that happened to it and, in a digest, why it stands where it does. */
export function noticeMail(
  notices: readonly MailedNotice[],
  accounts: readonly MailedAccount[],
  setting: Setting,
): Mail {
  const { purpose, origin, workspace } = setting;
  const about = (id: number) => notices.filter(({ accountId }) => accountId === id);
  const known = accounts.filter(({ id }) => about(id).length > 0);
  const others = notices.filter(({ accountId }) => !known.some(({ id }) => id === accountId));
  const lines = [
    ...others.map(({ text, href }) => ({ parts: [plainText(text)], url: origin + href })),
    ...known.slice(0, MOST_ACCOUNTS).map((account) => {
      const said = about(account.id).map(({ text }) => plainText(text));
      const reason = purpose !== "now" && account.reason ? [plainText(account.reason)] : [];
      const parts = [...accountParts(account, setting), ...new Set([...said, ...reason])];
      return { parts, url: origin + paths.account(account.slug) };
    }),
  ];
  const beyond = known.length - MOST_ACCOUNTS;
  const content = {
    subject: subjectOf(known, others, notices, purpose),
    lead: leadOf(purpose, known.length, workspace),
    lines,
    more: beyond > 0 ? { count: beyond, url: origin + paths.inbox() } : null,
    settingsUrl: origin + paths.notificationSettings(),
  };
  return composeMail(content, `${origin} ${notices.map(({ id }) => id).join(" ")}`);
}

function subjectOf(
  accounts: readonly MailedAccount[],
  others: readonly MailedNotice[],
  notices: readonly MailedNotice[],
  purpose: Setting["purpose"],
): string {
  const [account] = accounts;
  const first = plainText(notices[0]?.text ?? "");
  const period = { now: "", daily: "Your day: ", weekly: "Your week: " }[purpose];
  if (purpose === "now" && account && accounts.length === 1 && others.length === 0)
    return `${plainText(account.name)}: ${first}`;
  if (!account) return period + (others.length === 1 ? first : `${others.length} notices`);
  const red = accounts.filter(({ tone }) => tone === 1).length;
  const many = `${countText(accounts.length)} ${accounts.length === 1 ? "account" : "accounts"}`;
  return `${period}${many}${red > 0 ? `, ${countText(red)} red` : ""}`;
}

function leadOf(purpose: Setting["purpose"], accounts: number, workspace: string): string {
  const since = { now: "This has just happened", daily: "Since yesterday", weekly: "Since last week" }[purpose];
  if (accounts === 0) return `${since} in ${plainText(workspace)}.`;
  return `${since} in ${plainText(workspace)}, the most pressing account first.`;
}
