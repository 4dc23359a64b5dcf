import "server-only";
import type { ClientBase } from "pg";
import type { Day, Month } from "@/lib/core/calendar";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import type { Definition } from "@/lib/core/health/model";
import { type ScoredAccount, scoreEncoded } from "@/lib/core/health/score";
import { type Card as CoreCard, type Health, healthOf } from "@/lib/core/scorecard/overlay";
import { cardBeside, qualitativeOfCard } from "./card-columns";
import { computeBook } from "./compute-book";
import { loadCardRules } from "./load-card-rules";
import { type Card, loadCards } from "./load-cards";
import { type KnownDivergence, loadDivergences } from "./load-divergences";
import { loadRunModel } from "./load-run-model";
import { readingsAt } from "./score-book";

/** One account on one date, decomposed. `published` is what people saw then; `replayed` is what is now known about that date. */
export type AccountHealth = Basis & {
  definition: Definition;
  scored: ScoredAccount;
  health: Health;
  card: (CoreCard & { id: number; period: Month; submittedOn: Day }) | null;
};

type Basis = {
  accountId: number;
  asOf: Day;
  source: "published" | "replayed";
  runId: number | null;
  modelVersion: number;
  /** "default", "onboarding" or "segment:" and its name. */
  definitionName: string;
  /** Encoded, in the definition's column order. */
  readings: Float64Array;
};

/** Accounts' health on a date: from the run published for it where there is one, else (or for another model version) replayed.
 * Those that were not in the book are absent. */
export async function healthOfMany(
  client: ClientBase,
  accountIds: readonly number[],
  asOf: Day,
  version?: number,
): Promise<Map<number, AccountHealth>> {
  const published = await findPublished(client, accountIds, asOf);
  const isMeant = ({ modelVersion }: AccountHealth) => version === undefined || version === modelVersion;
  const found = new Map([...published].filter(([, account]) => isMeant(account)));
  const rest = accountIds.filter((id) => !found.has(id));
  if (rest.length === 0) return found;
  const { model, book, scored, cards, cardRules, divergences } = await computeBook(client, asOf, {
    accountIds: rest,
    version,
  });
  for (const [i, accountId] of book.accountIds.entries()) {
    const index = scored.definition[i] as number;
    found.set(
      accountId,
      decomposed({
        ...{ accountId, asOf, source: "replayed", runId: null, modelVersion: model.version },
        definitionName: model.names[index] as string,
        compiled: model.compiled[index] as CompiledDefinition,
        readings: readingsAt(scored, i),
        card: cards.get(accountId),
        known: divergences.get(accountId),
        isExempt: cardRules.exempt.has(accountId),
      }),
    );
  }
  return found;
}

function decomposed({
  compiled,
  card,
  known,
  isExempt,
  ...basis
}: Basis & {
  isExempt: boolean;
  compiled: CompiledDefinition;
  card: Card | undefined;
  known: KnownDivergence | undefined;
}): AccountHealth {
  const scored = scoreEncoded(compiled, basis.readings);
  const beside = cardBeside(compiled, card, scored.exact, known, basis.asOf);
  return {
    ...basis,
    definition: compiled.definition,
    scored,
    health: healthOf(compiled, scored, isExempt ? "exempt" : beside),
    card: card && beside ? { ...beside, id: card.id, period: card.period, submittedOn: card.submittedOn } : null,
  };
}

/** A card as it counted when L was published: whether a champion's end capped it then, not whether one known later would. */
function asSeen(compiled: CompiledDefinition, card: Card | undefined, published: number | null): Card | undefined {
  if (!card || published === null || card.answers.champion !== "active") return card;
  const offBy = (championEnded: boolean) =>
    Math.abs(qualitativeOfCard(compiled, { ...card, championEnded }).score - published);
  return { ...card, championEnded: offBy(true) < offBy(false) };
}

type PublishedRow = {
  accountId: number;
  definition: number;
  health: number | null;
  healthBand: number | null;
  readings: number[];
  qualitative: number | null;
};
type Run = { id: number; modelVersion: number; publishedAt: string | null };

async function findPublished(
  client: ClientBase,
  accountIds: readonly number[],
  asOf: Day,
): Promise<Map<number, AccountHealth>> {
  // A day that is fixed in the future has signals of its own time: its run knew them all.
  const { rows: runs } = await client.query<Run>(
    `select id, model_version as "modelVersion",
       case when published_at >= as_of then published_at::text end as "publishedAt" from runs
     where as_of = $1 and status = 'published' order by is_current desc, id desc limit 1`,
    [asOf],
  );
  const [run] = runs;
  if (!run) return new Map();
  const { rows } = await client.query<PublishedRow>(
    `select account_id as "accountId", definition, health, health_band as "healthBand", readings, qualitative
     from run_scores where run_id = $1 and account_id = any($2)`,
    [run.id, accountIds],
  );
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ accountId }) => accountId);
  const model = await loadRunModel(client, asOf, run.modelVersion);
  const rules = await loadCardRules(client, asOf, ids);
  const cards = await loadCards(client, asOf, rules, ids, run.publishedAt ?? undefined);
  const divergences = await loadDivergences(client, asOf, ids);
  return new Map(
    rows.map(({ accountId, definition, health, healthBand, readings, qualitative }) => {
      const compiled = model.compiled[definition] as CompiledDefinition;
      const account = decomposed({
        ...{ accountId, asOf, source: "published", runId: run.id, modelVersion: run.modelVersion },
        definitionName: model.names[definition] as string,
        compiled,
        readings: Float64Array.from(readings),
        card: asSeen(compiled, cards.get(accountId), qualitative),
        known: divergences.get(accountId),
        isExempt: rules.exempt.has(accountId),
      });
      const band = healthBand === null ? null : (compiled.bands.bands[healthBand] ?? null);
      return [accountId, { ...account, health: { ...account.health, score: health, band } }];
    }),
  );
}
