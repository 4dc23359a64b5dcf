import "server-only";
import type { ClientBase } from "pg";
import { dayNumber } from "@/lib/core/calendar";
import { type CardFacts, emptyCardFacts } from "@/lib/core/health/card-columns";
import { readingKeys } from "@/lib/core/health/compile-definition";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { isBad } from "@/lib/core/validation/cohort";
import { lostCents } from "@/lib/core/validation/lost-money";
import { encodeBook } from "@/lib/core/what-if/book-columns";
import type { Ctx } from "@/lib/server/context";
import { cardFacts } from "@/lib/server/run/card-columns";
import { loadBook } from "@/lib/server/run/load-book";
import { loadCardRules } from "@/lib/server/run/load-card-rules";
import { loadCards } from "@/lib/server/run/load-cards";
import { loadDivergences } from "@/lib/server/run/load-divergences";
import { readWhole } from "@/lib/server/run/read-whole";
import { currentRun, type TriedRun, tagOf } from "./current-run";
import type { TaggedBytes } from "./get-book-columns";
import { assertWholeBook } from "./of-whole-book";
import { byCut, type PastCase, pastCases } from "./past-cases";

/** Past decisions as columns: what the run's model read of each account so many days before it, the scorecard in force then, and
 * what the customer decided. For those who may read the whole book. */
export async function getCaseColumns(
  ctx: Ctx,
  runId: number,
  days: number,
  known?: string | null,
): Promise<TaggedBytes> {
  await assertWholeBook(ctx);
  return readWhole(ctx.db, async (client) => {
    const run = await currentRun(client, runId);
    const found = await pastCases(ctx, client, run, days);
    const tag = tagOf(run, `cases-${days}-${found.cases.length}-${found.waiting}`);
    return { tag, bytes: tag === known ? null : encodedOf(run, found, await standings(client, found.cases)) };
  });
}

/** Where accounts stood on the days of their cuts. */
type Standings = { segments: (string | null)[]; onboarding: boolean[]; cards: CardFacts };

async function standings(client: ClientBase, cases: readonly PastCase[]): Promise<Standings> {
  const [segments, onboarding, parts]: [(string | null)[], boolean[], CardFacts[]] = [[], [], []];
  for (const [day, own] of byCut(cases)) {
    const accountIds = own.map(({ accountId }) => accountId);
    const book = await loadBook(client, day, accountIds);
    const place = new Map(Array.from(book.accountIds, (id, at) => [id, at]));
    for (const id of accountIds) {
      segments.push(book.segment[place.get(id) ?? -1] ?? null);
      onboarding.push(book.isOnboarding[place.get(id) ?? -1] ?? false);
    }
    const cards = await loadCards(client, day, await loadCardRules(client, day, accountIds), accountIds);
    parts.push(cardFacts(accountIds, day, cards, await loadDivergences(client, day, accountIds)));
  }
  return { segments, onboarding, cards: joined(parts) };
}

function encodedOf(
  { runId, revision, asOf, version, model, currency }: TriedRun,
  { cases, waiting }: { cases: readonly PastCase[]; waiting: number },
  { segments, onboarding, cards }: Standings,
): Uint8Array {
  const names = [...new Set(segments)].filter((segment) => segment !== null).sort();
  return encodeBook(
    {
      about: { runId, revision, asOf, version, model, currency, segments: names, csms: [], waiting },
      accountIds: Int32Array.from(cases, ({ accountId }) => accountId),
      arr: Float64Array.from(cases, ({ arrBeforeCents }) => arrBeforeCents ?? Number.NaN),
      segment: Int16Array.from(segments, (segment) => names.indexOf(segment ?? "")),
      csm: new Int16Array(cases.length).fill(-1),
      onboarding: Uint8Array.from(onboarding, (is) => (is ? 1 : 0)),
      cards,
      published: null,
      decided: {
        bad: Uint8Array.from(cases, (one) => (isBad(one) ? 1 : 0)),
        lostCents: Float64Array.from(cases, (one) => (isBad(one) ? (lostCents(one) ?? Number.NaN) : 0)),
        on: Int32Array.from(cases, ({ decidedOn }) => dayNumber(decidedOn)),
      },
    },
    [...namedDefinitions(model).values()].map((own, definition) => {
      const rows = Int32Array.from(cases.keys()).filter((row) => cases[row]?.version.definition === definition);
      const columns = readingKeys(own).map((_, i) =>
        Float64Array.from(rows, (row) => cases[row]?.version.readings[i] as number),
      );
      return { definition, rows, columns };
    }),
  );
}

function joined(parts: readonly CardFacts[]): CardFacts {
  const whole = emptyCardFacts(parts.reduce((sum, { champion }) => sum + champion.length, 0));
  let at = 0;
  for (const part of parts) {
    for (const name of Object.keys(whole) as (keyof CardFacts)[]) whole[name].set(part[name], at);
    at += part.champion.length;
  }
  return whole;
}
