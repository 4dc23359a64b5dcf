import "server-only";
import { inArray } from "drizzle-orm";
import { databaseOn } from "@/db/client";
import { people } from "@/db/schema";
import { dayNumber } from "@/lib/core/calendar";
import type { Decision } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";
import { type Decided, listDecided } from "./list-decided";
import { type Known, listKnownBefore } from "./list-known-before";
import { loadReplays, type SaidBy } from "./load-replays";

export interface Asked {
  horizon: number;
  /** A version of the model; null: as people knew it then, by whichever version counted. */
  version: number | null;
  /** Days are counted back from when it was decided, or from when it took effect. */
  before?: "decided" | "effective";
  /** Whose scorecard was in force, where it is asked what was known. */
  withAuthors?: boolean;
  /** Of a version its scores alone, without the readings. */
  scoresOnly?: boolean;
}

/** Answers questions about the past, those asked together of one moment. */
export type Past = (asked: readonly Asked[]) => Promise<Decision[][]>;

/** The past for as long as a page is made: what one question had read is there for the next. */
export function openPast(ctx: Ctx): Past {
  const memory: Memory = { book: null, replays: new Map(), answers: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const found = last.then(() =>
      readWhole(ctx.db, (client) => answered({ ...ctx, db: databaseOn(client) }, asked, memory)),
    );
    last = found.catch(() => null);
    return found;
  };
}

/** Decisions with the numbers of their days. */
type Book = { rows: Decided[]; decided: number[]; effective: number[]; worked: number[] };
type Memory = { book: Book | null; replays: Map<string, SaidBy>; answers: Map<string, Decision[]> };

async function answered(ctx: Ctx, asked: readonly Asked[], memory: Memory): Promise<Decision[][]> {
  memory.book ??= bookOf(await listDecided(ctx));
  const { book, answers } = memory;
  const missing = [...new Map(asked.map((one) => [keyOf(one), one])).values()].filter(
    (one) => !answers.has(keyOf(one)),
  );
  await answerKnown(
    ctx,
    book,
    missing.filter(({ version }) => version === null),
    answers,
  );
  for (const one of missing) {
    if (one.version === null) continue;
    const saidBy = await replaysOf(ctx, one.version, one.scoresOnly ?? false, memory.replays);
    const cuts = cutsOf(book, one);
    const version = book.rows.map(({ accountId }, i) => saidBy(accountId, cuts[i] as number));
    answers.set(keyOf(one), decisionsOf(book, cuts, { version }));
  }
  return asked.map((one) => answers.get(keyOf(one)) as Decision[]);
}

/** All that is asked of what was known is read at once. */
async function answerKnown(ctx: Ctx, book: Book, asked: readonly Asked[], answers: Memory["answers"]): Promise<void> {
  if (asked.length === 0) return;
  const cuts = asked.map((one) => cutsOf(book, one));
  const wanted = cuts.flatMap((days) => book.rows.map(({ accountId }, i) => ({ accountId, day: days[i] as number })));
  const known = await listKnownBefore(ctx, wanted, { withAuthors: asked.some(({ withAuthors }) => withAuthors) });
  const names = await namesOf(ctx, known);
  for (const [i, one] of asked.entries()) {
    const from = i * book.rows.length;
    answers.set(
      keyOf(one),
      decisionsOf(book, cuts[i] as number[], { known: known.slice(from, from + book.rows.length), names }),
    );
  }
}

async function replaysOf(ctx: Ctx, version: number, scoresOnly: boolean, replays: Memory["replays"]): Promise<SaidBy> {
  const found = replays.get(`${version}`) ?? (scoresOnly ? replays.get(`${version} scores`) : undefined);
  if (found) return found;
  const loaded = await loadReplays(ctx, version, !scoresOnly);
  replays.set(scoresOnly ? `${version} scores` : `${version}`, loaded);
  return loaded;
}

async function namesOf(ctx: Ctx, known: readonly (Known | null)[]): Promise<Map<number, string>> {
  const ids = [...new Set(known.flatMap((one) => one?.authorId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function keyOf({ horizon, version, before = "decided", withAuthors = false, scoresOnly = false }: Asked): string {
  return [horizon, version, before, withAuthors, scoresOnly].join(" ");
}

function bookOf(rows: Decided[]): Book {
  return {
    rows,
    decided: rows.map(({ decidedOn }) => dayNumber(decidedOn)),
    effective: rows.map(({ effectiveOn }) => dayNumber(effectiveOn)),
    worked: rows.map(({ workedUntil }) => (workedUntil === null ? Number.NEGATIVE_INFINITY : dayNumber(workedUntil))),
  };
}

function cutsOf(book: Book, { before = "decided", horizon }: Asked): number[] {
  return book[before].map((day) => day - horizon);
}

type SaidThen = {
  version?: readonly Decision["version"][];
  known?: readonly (Known | null)[];
  names?: ReadonlyMap<number, string>;
};

function decisionsOf({ rows, worked }: Book, cuts: readonly number[], { version, known, names }: SaidThen): Decision[] {
  return rows.map((one, i): Decision => {
    const found = known?.[i] ?? null;
    const authorId = found?.authorId ?? null;
    // Written out: to spread tens of thousands of objects takes longer than to read them.
    return {
      accountId: one.accountId,
      slug: one.slug,
      name: one.name,
      segment: one.segment,
      kind: one.kind,
      decidedOn: one.decidedOn,
      effectiveOn: one.effectiveOn,
      arrBeforeCents: one.arrBeforeCents,
      arrAfterCents: one.arrAfterCents,
      avoidable: one.avoidable,
      isMidTerm: one.isMidTerm,
      isWorked: (worked[i] as number) > (cuts[i] as number),
      author: authorId === null ? null : { id: authorId, name: names?.get(authorId) ?? "" },
      lastGreenOn: one.lastGreenOn,
      known: found,
      version: version?.[i] ?? null,
    };
  });
}
