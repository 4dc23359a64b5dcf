import { z } from "zod";

/** Where a notice of a kind reaches a person: the inbox, and an e-mail at once, in the digest, or none. */
export const NoticeChoice = z.strictObject({ inApp: z.boolean(), mail: z.enum(["now", "digest", "none"]) });
export type NoticeChoice = z.output<typeof NoticeChoice>;

interface Kind {
  /** As the settings call it. */
  name: string;
  /** Its type on the way out to webhooks. */
  type: string;
  /** What somebody gets who has chosen nothing; null where it goes to endpoints alone. */
  usual: NoticeChoice | null;
}

const now = { inApp: true, mail: "now" } as const;
const digest = { inApp: true, mail: "digest" } as const;
const inbox = { inApp: true, mail: "none" } as const;

/** Every kind of event that is told of, in the order of the settings. */
export const NOTICE_KINDS = {
  band_changed: { name: "An account changes its band", type: "account.band_changed", usual: digest },
  sudden_fall: { name: "Health falls 10 points or more in 14 days", type: "account.fell", usual: now },
  divergence_opened: { name: "Score and scorecard disagree", type: "account.diverged", usual: digest },
  clock_breached: { name: "A clock is breached", type: "clock.breached", usual: now },
  cause_named: {
    name: "A plan names a cause that goes to you: a product issue, or unmet demand",
    type: "plan.cause_named",
    usual: now,
  },
  plan_overdue: { name: "A plan is overdue", type: "plan.overdue", usual: digest },
  plan_waiting: { name: "A recovery plan waits for your approval", type: "plan.submitted", usual: now },
  plan_answered: { name: "A recovery plan was approved or given back", type: "plan.answered", usual: now },
  structural_shift: {
    name: "Structural shift: more greens fall in a quarter than usual",
    type: "portfolio.shifted",
    usual: now,
  },
  list_joined: { name: "Accounts join a list that you subscribed to", type: "list.joined", usual: digest },
  scorecards_due: { name: "Scorecards are due", type: "scorecard.due", usual: now },
  scorecard_requested: { name: "Somebody asks for a scorecard of yours", type: "scorecard.requested", usual: now },
  champion_left: { name: "A champion leaves after the scorecard was given", type: "account.champion_left", usual: now },
  rule_matched: { name: "One of the rules below holds for an account", type: "rule.matched", usual: digest },
  feed_held: { name: "Data is held: a feed stopped or jumped", type: "feed.held", usual: now },
  import_completed: { name: "A file was imported", type: "import.completed", usual: inbox },
  model_published: {
    name: "A version of the model was published, or withdrawn before its day",
    type: "model.published",
    usual: digest,
  },
  scorecard_submitted: { name: "A scorecard was submitted", type: "scorecard.submitted", usual: null },
} as const satisfies Record<string, Kind>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

/** Kinds of all events, which endpoints choose from. */
export const EVENT_KINDS = Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]];
/** Kinds that reach people. */
export const PERSONAL_KINDS = EVENT_KINDS.filter((kind) => NOTICE_KINDS[kind].usual !== null);
/** Kinds that only administrators get. */
export const ADMIN_KINDS: readonly NoticeKind[] = ["feed_held", "import_completed"];

/** A person's choice for a kind: what they saved where it can be read, else what is usual.
 * @example choiceOf({ band_changed: { inApp: true, mail: "now" } }, "band_changed").mail // → "now"
 * @example choiceOf({}, "band_changed").mail // → "digest"
 * @example choiceOf({}, "scorecard_submitted").inApp // → false */
export function choiceOf(saved: unknown, kind: NoticeKind): NoticeChoice {
  const chosen = NoticeChoice.safeParse((saved as Record<string, unknown> | null)?.[kind]);
  return chosen.success ? chosen.data : (NOTICE_KINDS[kind].usual ?? { inApp: false, mail: "none" });
}

/** Whether text names a kind of event.
 * @example isNoticeKind("band_changed") // → true */
export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, text);
}
