import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day, id, instant, now } from "./columns";
import { people } from "./people";

const account = () =>
  integer("account_id")
    .notNull()
    .references(() => accounts.id);
const person = (name: string) => integer(name).references(() => people.id);

/** A notable sentence about an account, by a person. */
export const notes = pgTable(
  "notes",
  {
    id: id(),
    accountId: account(),
    authorId: person("author_id"),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("notes_account").on(table.accountId, table.createdAt)],
);

/** A review held or planned: what was said, and what it led to. */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    accountId: account(),
    kind: text("kind", {
      enum: ["check_in", "review", "war_room", "executive", "qbr", "expansion_scan", "audit", "fall", "loss", "save"],
    }).notNull(),
    plannedOn: day("planned_on"),
    heldOn: day("held_on"),
    ownerId: person("owner_id"),
    /** Of an audit: keep, watch or plan. */
    verdict: text("verdict", { enum: ["keep", "watch", "plan"] }),
    answers: jsonb("answers").$type<Record<string, string>>().notNull().default({}),
    note: text("note"),
    signedBy: person("signed_by"),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    index("reviews_account").on(table.accountId, table.heldOn),
    index("reviews_owner").on(table.ownerId, table.plannedOn),
  ],
);

/** At 90 days of red: invest (budget, exit test, new date) or accept the loss. Signed, never changed. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    accountId: account(),
    kind: text("kind", { enum: ["invest", "accept"] }).notNull(),
    decidedOn: day("decided_on").notNull(),
    decidedBy: person("decided_by"),
    budgetCents: bigint("budget_cents", { mode: "number" }),
    exitTest: text("exit_test"),
    decideAgainOn: day("decide_again_on"),
    note: text("note").notNull(),
    recordedAt: now("recorded_at"),
  },
  (table) => [index("decisions_account").on(table.accountId, table.decidedOn)],
);

/** A row that somebody has dealt with in triage: done, or snoozed until a day. It returns for a reason not in `reasons`. */
export const triageMarks = pgTable("triage_marks", {
  accountId: account().primaryKey(),
  kind: text("kind", { enum: ["done", "snoozed"] }).notNull(),
  reasons: text("reasons").array().notNull(),
  until: day("until"),
  markedBy: person("marked_by"),
  markedAt: now("marked_at"),
});

export const accountTags = pgTable("account_tags", { accountId: account(), tag: text("tag").notNull() }, (table) => [
  primaryKey({ columns: [table.accountId, table.tag] }),
  index("account_tags_tag").on(table.tag),
]);

/** A list's filter, sort and columns under a name: a page's query string. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    page: text("page", { enum: ["accounts", "triage", "plans"] }).notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    isPinned: boolean("is_pinned").notNull().default(false),
    personId: person("person_id"),
    createdAt: now("created_at"),
  },
  (table) => [uniqueIndex("saved_views_slug").on(table.page, table.slug)],
);

/** Who stands in for a person, from a day until a day (null: the book was handed over). Clocks follow. */
export const covers = pgTable(
  "covers",
  {
    id: id(),
    personId: person("person_id").notNull(),
    coveredBy: person("covered_by").notNull(),
    from: day("from_on").notNull(),
    until: day("until_on"),
    note: text("note"),
    createdBy: person("created_by"),
  },
  (table) => [index("covers_person").on(table.personId, table.from)],
);

/** A feed that stopped or jumped, or a run that moved the whole book: no playbooks while it is held. */
export const holds = pgTable(
  "holds",
  {
    id: id(),
    kind: text("kind", { enum: ["feed", "book_wide"] }).notNull(),
    subject: text("subject").notNull(),
    openedOn: day("opened_on").notNull(),
    openedAt: now("opened_at"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    /** When a book-wide hold lets go by itself. */
    releasesAt: instant("releases_at"),
    releasedAt: instant("released_at"),
    releasedBy: person("released_by"),
    verdict: text("verdict", { enum: ["data_fault", "holiday", "incident", "real", "by_itself"] }),
    note: text("note"),
  },
  (table) => [uniqueIndex("holds_once").on(table.kind, table.subject, table.openedOn)],
);
