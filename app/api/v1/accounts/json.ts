import type { z } from "zod";
import type { AccountRecord } from "@/db/queries/api/find-account-record";
import type { ListedAccount } from "@/db/queries/api/list-accounts";
import type { AccountPage } from "@/db/queries/find-account";
import type { AccountDetail, AccountRow } from "@/lib/api/account-shapes";
import { TONE_WORDS } from "@/lib/api/shapes";
import { apiNumber } from "@/lib/core/health/rounding";

/** The word of a tone: 0 none, 1 red, 2 yellow, 3 green. */
export const toneWord = (tone: number | null) => TONE_WORDS[tone ?? 0] ?? "none";
export const tenth = (value: number | null) => (value === null ? null : apiNumber(value));
export const moneyOf = (cents: number | null, currency: string | null) =>
  cents === null || currency === null ? null : { arr_cents: cents, currency };

const PLACES: Record<string, string> = { "-1": "out", "-2": "elsewhere" };
export const placeWord = (place: number) => PLACES[String(place)] ?? toneWord(place);

/** An account of a list as JSON. */
export function accountRow(row: ListedAccount, currency: string): z.input<typeof AccountRow> {
  return {
    account_id: row.externalId,
    slug: row.slug,
    name: row.name,
    segment: row.segment,
    region: row.region,
    csm: row.csm,
    am: row.am,
    arr: moneyOf(row.arrCents, currency),
    renewal_date: row.endsOn,
    decide_by: row.decideBy,
    score: row.scoreTone === 0 ? null : tenth(row.score),
    health: row.tone === 0 ? null : tenth(row.health),
    band: toneWord(row.tone),
    measured: toneWord(row.scoreTone),
    people: toneWord(row.peopleTone),
    diverges: row.divergence,
    severe: row.divergenceSevere,
    coverage: row.coverage,
    change_30d: tenth(row.delta30),
    priority: row.priority,
    reason: row.reason,
    moved:
      row.fromPlace === null || row.toPlace === null
        ? null
        : { from: placeWord(row.fromPlace), to: placeWord(row.toPlace) },
  };
}

/** An account as JSON: what can be changed, its contracts and its row of the current run. */
export function accountDetail(
  { externalId, slug, editable }: AccountRecord,
  page: AccountPage,
  { currency, standing }: { currency: string; standing: string },
): z.input<typeof AccountDetail> {
  const { now } = page;
  return {
    account_id: externalId,
    slug,
    ...editable,
    contracts: page.contracts.map((contract) => ({
      id: contract.externalId,
      starts_on: contract.startsOn,
      ends_on: contract.endsOn,
      arr: { arr_cents: contract.arrCents, currency: contract.currency },
      seats: contract.seats,
      auto_renew: contract.autoRenew,
      notice_days: contract.noticeDays,
    })),
    now: now && {
      arr: moneyOf(now.arrCents, currency),
      renewal_date: now.endsOn,
      decide_by: now.decideBy,
      score: now.scoreTone === 0 ? null : tenth(now.score),
      health: now.tone === 0 ? null : tenth(now.health),
      band: toneWord(now.tone),
      measured: toneWord(now.scoreTone),
      people: toneWord(now.peopleTone),
      diverges: now.divergence,
      severe: now.divergenceSevere,
      coverage: now.coverage,
      change_30d: tenth(now.delta30),
      priority: now.priority,
      reason: now.reasonText || null,
      band_since: now.bandSince,
      card_state: now.cardState as "in_force" | "expired" | "none" | "exempt",
      card_due_on: now.cardDueOn,
      reasons: now.reasons.map(({ key, text }) => ({ key, text })),
      steps: now.steps,
    },
    standing,
  };
}
