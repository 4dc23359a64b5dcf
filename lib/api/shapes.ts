import { z } from "zod";
import { isDay } from "@/lib/core/calendar";

/** A calendar date, "YYYY-MM-DD". */
export const DayText = z.string().refine(isDay, "must be a date, YYYY-MM-DD").meta({ format: "date" });
/** A moment, RFC 3339 in UTC. */
export const Instant = z.iso.datetime();
/** The words for bands, by their number: 0 no score, 1 red, 2 yellow, 3 green. */
export const TONE_WORDS = ["none", "red", "yellow", "green"] as const;
export const ToneWord = z.enum(TONE_WORDS);
/** Money in minor units of a currency. */
export const Money = z.strictObject({ arr_cents: z.int(), currency: z.string() });
export const Person = z.strictObject({ name: z.string(), email: z.string() });
/** Every score says how far it is to be believed. */
export const Standing = z.string().meta({
  description: "How far scores are to be believed, by the latest signed review of the version that counts today.",
  examples: ["heuristic, not validated", "validated on 124 decisions, 2026-11-30"],
});
export const NextCursor = z
  .string()
  .nullable()
  .meta({ description: "Where the next page begins: give it as `cursor`. Null on the last page." });

const RANGE = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/;
const numberOf = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text));

/** "50000..250000", either end open. */
export const NumberRange = z
  .string()
  .regex(RANGE, "must be a range such as 50000..250000, either end open")
  .refine((text) => text !== "..", "must have an end")
  .transform((text) => {
    const [, from, to] = RANGE.exec(text) ?? [];
    return { from: numberOf(from), to: numberOf(to) };
  });

/** "2026-12-01..2027-02-28", either end open. */
export const DayRange = z
  .string()
  .refine((text) => {
    const ends = text.split("..");
    return ends.length === 2 && text !== ".." && ends.every((end) => end === "" || isDay(end));
  }, "must be a range of dates such as 2026-12-01..2027-02-28, either end open")
  .transform((text) => {
    const [from, to] = text.split("..");
    return { from: from || null, to: to || null };
  });

/** How many rows a page has. */
export const Limit = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, "must be a whole number")
  .transform(Number)
  .refine((limit) => limit <= 500, "is at most 500")
  .default(100)
  .meta({ description: "Rows of a page: 100 where left out, 500 at most." });

/** Where a page begins, as the page before said it. */
export const CursorText = z.string().max(600).meta({ description: "`next_cursor` of the page before." });

export const Flag = z.enum(["1"], { error: "must be 1" }).transform(() => true as const);
