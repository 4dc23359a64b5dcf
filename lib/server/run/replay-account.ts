import "server-only";
import type { ClientBase } from "pg";
import type { Day, Month } from "@/lib/core/calendar";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import type { Definition } from "@/lib/core/health/model";
import { type ScoredAccount, scoreEncoded } from "@/lib/core/health/score";
import { type Card as CoreCard, type Health, healthOf } from "@/lib/core/scorecard/overlay";
import { cardBeside } from "./card-columns";
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

/** An account's health on a date: from the run published for it where there is one, else (or for another model version)
 * replayed. Null where the account was not in the book. */
export async function replayAccount(
  client: ClientBase,
  accountId: number,
  asOf: Day,
  version?: number,
): Promise<AccountHealth | null> {
  const published = await findPublished(client, accountId, asOf);
  if (published && (version === undefined || version === published.modelVersion)) return published;
  const computed = await computeBook(client, asOf, { accountIds: [accountId], version });
  if (computed.scored.n === 0) return null;
  const { model, scored } = computed;
  const index = scored.definition[0] as number;
  const readings = readingsAt(scored, 0);
  return decomposed({
    accountId,
    asOf,
    source: "replayed",
    runId: null,
    modelVersion: model.version,
    definitionName: model.names[index] as string,
    compiled: model.compiled[index] as CompiledDefinition,
    readings,
    card: computed.cards.get(accountId),
    known: computed.divergences.get(accountId),
    isExempt: computed.cardRules.exempt.has(accountId),
  });
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

type PublishedRow = {
  runId: number;
  modelVersion: number;
  definitionName: string;
  definition: number;
  publishedAt: string;
  health: number | null;
  healthBand: number | null;
  readings: number[];
};

async function findPublished(client: ClientBase, accountId: number, asOf: Day): Promise<AccountHealth | null> {
  const runs = await client.query<{ id: number }>(
    "select id from runs where as_of = $1 and status = 'published' order by is_current desc, id desc limit 1",
    [asOf],
  );
  if (!runs.rows[0]) return null;
  const { rows } = await client.query<PublishedRow>(
    `select r.id as "runId", r.model_version as "modelVersion", r.definitions[s.definition + 1] as "definitionName",
       s.definition, r.published_at::text as "publishedAt", s.health, s.health_band as "healthBand", s.readings
     from runs r join run_scores s on s.run_id = r.id
     where r.id = $1 and s.run_id = $1 and s.account_id = $2`,
    [runs.rows[0].id, accountId],
  );
  const [row] = rows;
  if (!row) return null;
  const model = await loadRunModel(client, asOf, row.modelVersion);
  const compiled = model.compiled[row.definition] as CompiledDefinition;
  const rules = await loadCardRules(client, asOf, [accountId]);
  const cards = await loadCards(client, asOf, rules, [accountId], row.publishedAt);
  const divergences = await loadDivergences(client, asOf, [accountId]);
  const account = decomposed({
    accountId,
    asOf,
    source: "published",
    runId: row.runId,
    modelVersion: row.modelVersion,
    definitionName: row.definitionName,
    compiled,
    readings: Float64Array.from(row.readings),
    card: cards.get(accountId),
    known: divergences.get(accountId),
    isExempt: rules.exempt.has(accountId),
  });
  const band = row.healthBand === null ? null : (compiled.bands.bands[row.healthBand] ?? null);
  return { ...account, health: { ...account.health, score: row.health, band } };
}
