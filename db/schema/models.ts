import { integer, json, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Model } from "@/lib/core/health/model";
import { day, id, instant, now } from "./columns";
import { people } from "./people";

/** Immutable published models; the highest version effective on a date, and not withdrawn, is the model of that date.
 * `definition` is json, not jsonb: the order of its keys is kept. */
export const modelVersions = pgTable("model_versions", {
  version: integer("version").primaryKey(),
  /** The first of the versions that score alike, however many lie between: what they differ in is words, or what bands oblige to.
   * A trigger sets it. */
  scoringVersion: integer("scoring_version").notNull().default(0),
  name: text("name").notNull(),
  definition: json("definition").$type<Model>().notNull(),
  note: text("note").notNull(),
  /** What whoever published it expected it to do, in a sentence. */
  expected: text("expected"),
  ownerId: integer("owner_id").references(() => people.id),
  effectiveFrom: day("effective_from").notNull(),
  publishedAt: now("published_at"),
  publishedBy: integer("published_by").references(() => people.id),
  nextReviewOn: day("next_review_on"),
  /** Called off before its day: it never counts. */
  withdrawnOn: day("withdrawn_on"),
  withdrawnBy: integer("withdrawn_by").references(() => people.id),
  withdrawnReason: text("withdrawn_reason"),
});

/** Model drafts, edited before they are published. `revision` counts the saves, so that two people do not overwrite each other;
 * `evidence` is what a draft that was made out of outcomes stands on (the losses' pattern, suggested weights). */
export const modelDrafts = pgTable("model_drafts", {
  id: id(),
  name: text("name").notNull(),
  definition: json("definition").$type<Model>().notNull(),
  baseVersion: integer("base_version").references(() => modelVersions.version),
  revision: integer("revision").notNull().default(0),
  evidence: jsonb("evidence").$type<unknown>(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
  updatedBy: integer("updated_by").references(() => people.id),
});
