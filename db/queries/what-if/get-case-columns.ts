import "server-only";
import type { ClientBase } from "pg";
import { type CardFacts, emptyCardFacts } from "@/lib/core/health/card-columns";
import { definitionIndexOf, namedDefinitions } from "@/lib/core/health/named-definitions";
import { definitionRequests, readDefinition } from "@/lib/core/measures/levels";
import { needsOf } from "@/lib/core/measures/needs";
import { encodeBook } from "@/lib/core/what-if/book-columns";
import type { Ctx } from "@/lib/server/context";
import { cardFacts } from "@/lib/server/run/card-columns";
import { loadCardRules } from "@/lib/server/run/load-card-rules";
import { loadCards } from "@/lib/server/run/load-cards";
import { loadDivergences } from "@/lib/server/run/load-divergences";
import { slicesAt } from "@/lib/server/run/narrow-slices";
import { readWhole } from "@/lib/server/run/read-whole";
import { currentRun, type TriedRun, tagOf } from "./current-run";
import type { TaggedBytes } from "./get-book-columns";
import { assertWholeBook } from "./of-whole-book";
import { type CaseDay, type PastDecision, pastCases } from "./past-cases";

/** Past decisions as columns: what the run's model reads of each account so many days before it, by what is known now, the
 * scorecard in force then, and what the customer decided. For those who may read the whole book. */
export async function getCaseColumns(
  ctx: Ctx,
  runId: number,
  days: number,
  known?: string | null,
): Promise<TaggedBytes> {
  await assertWholeBook(ctx);
  return readWhole(ctx.db, async (client) => {
    const run = await currentRun(client, runId);
    const tag = tagOf(run, `cases-${days}`);
    return { tag, bytes: tag === known ? null : await encoded(client, run, days) };
  });
}

type Gathered = {
  decisions: PastDecision[];
  segments: (string | null)[];
  onboarding: boolean[];
  cards: CardFacts[];
  groups: Array<{ rows: number[]; columns: number[][] }>;
};

async function encoded(client: ClientBase, run: TriedRun, days: number): Promise<Uint8Array> {
  const named = namedDefinitions(run.model);
  const definitions = [...named.values()];
  const names = [...named.keys()];
  const gathered: Gathered = {
    ...{ decisions: [], segments: [], onboarding: [], cards: [] },
    groups: definitions.map(({ measures, watched }) => ({
      rows: [],
      columns: [...measures, ...watched].map(() => []),
    })),
  };
  const needs = needsOf(definitions.flatMap((definition) => definitionRequests(definition)));
  for await (const day of pastCases(client, run, days, needs)) {
    gathered.cards.push(await cardsOf(client, day));
    const first = gathered.decisions.length;
    const places = definitions.map((): number[] => []);
    day.decisions.forEach((decision, i) => {
      const [segment, isOnboarding] = [day.book.segment[i] ?? null, day.book.isOnboarding[i] ?? false];
      gathered.decisions.push(decision);
      gathered.segments.push(segment);
      gathered.onboarding.push(isOnboarding);
      places[definitionIndexOf({ names }, segment, isOnboarding)]?.push(i);
    });
    definitions.forEach((definition, d) => {
      const [own, group] = [places[d] as number[], gathered.groups[d] as Gathered["groups"][number]];
      if (own.length === 0) return;
      for (const i of own) group.rows.push(first + i);
      for (const [c, column] of readDefinition(definition, slicesAt(day.slices, own)).entries())
        group.columns[c]?.push(...column);
    });
  }
  return encodedOf(run, gathered);
}

async function cardsOf(client: ClientBase, { day, book }: CaseDay): Promise<CardFacts> {
  const accountIds = [...book.accountIds];
  const rules = await loadCardRules(client, day, accountIds);
  const cards = await loadCards(client, day, rules, accountIds);
  return cardFacts(accountIds, day, cards, await loadDivergences(client, day, accountIds));
}

function encodedOf({ runId, revision, asOf, version, model, currency }: TriedRun, gathered: Gathered): Uint8Array {
  const { decisions, onboarding, groups } = gathered;
  const segments = [...new Set(gathered.segments)].filter((segment) => segment !== null).sort();
  return encodeBook(
    {
      about: { runId, revision, asOf, version, model, currency, segments, csms: [] },
      accountIds: Int32Array.from(decisions, ({ accountId }) => accountId),
      arr: Float64Array.from(decisions, ({ arrCents }) => arrCents),
      segment: Int16Array.from(gathered.segments, (segment) => segments.indexOf(segment ?? "")),
      csm: new Int16Array(decisions.length).fill(-1),
      onboarding: Uint8Array.from(onboarding, (is) => (is ? 1 : 0)),
      cards: joined(gathered.cards),
      published: null,
      decided: {
        bad: Uint8Array.from(decisions, ({ bad }) => (bad ? 1 : 0)),
        lostCents: Float64Array.from(decisions, ({ lostCents }) => lostCents),
        on: Int32Array.from(decisions, ({ on }) => on),
      },
    },
    groups.map(({ rows, columns }, definition) => ({
      definition,
      rows: Int32Array.from(rows),
      columns: columns.map((column) => Float64Array.from(column)),
    })),
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
