import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day, dayOf, monthOf } from "@/lib/core/calendar";
import { FLAG } from "@/lib/core/health/health-columns";
import type { Definition } from "@/lib/core/health/model";
import type { BandState } from "@/lib/core/playbook/band-state";
import type { Clock } from "@/lib/core/playbook/clock";
import { clocksOf } from "@/lib/core/playbook/clocks-of";
import { type Opening, openingsOf } from "@/lib/core/playbook/openings";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { playbooksByTone } from "@/lib/core/playbook/playbook-of";
import { dueOn } from "@/lib/core/scorecard/cycle";
import { loadPlaybooks } from "@/lib/server/load-playbooks";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import { finite } from "@/lib/server/run/reason-facts";
import { toneCode } from "@/lib/server/run/write-scores";
import { after, carryStates } from "./carry-states";
import { loadClockFacts } from "./load-clock-facts";
import { settlePlans, standingOf } from "./settle-plans";
import { writeClocks } from "./write-clocks";

/** How many days before its due date a scorecard is asked for. */
const ASKED_BEFORE_DAYS = 7;
/** Clocks that stopped lately are kept as long as this, for those who look back. */
const KEPT_DAYS = 30;

/** Clocks that stand open, by account, and the playbooks that bands opened, in the order of the book. */
export type RunClocks = { open: Map<number, Clock[]>; openings: Opening[][] };

/** Runs the clocks of a computed book as of its day and writes them: what each band obliges to, until when, and what is late.
 * Before go-live there are none. Plans get what came of them; what playbooks opened and closed is told, for writeOpenings. */
export async function runClocks(client: ClientBase, computed: ComputedBook): Promise<RunClocks> {
  const { asOf, book } = computed;
  const goLive = await goLiveDay(client);
  const open = new Map<number, Clock[]>();
  const openings: Opening[][] = [];
  if (goLive === null || asOf < goLive) return { open, openings };
  const ids = [...book.accountIds];
  const carried = await carryStates(client, asOf, goLive, ids, book.segment);
  const states = ids.map((accountId, i) => {
    const known = carried.get(accountId);
    if (!known) throw new Error(`No history was carried on for account ${accountId}`);
    return after(known, [todayAt(computed, i)]).state;
  });
  // Before the facts: a plan that a band has ended asks for no next step in the run that ended it.
  await settlePlans(client, asOf, ids, states.map(standingOf));
  const [factsOf, playbooks] = [await loadClockFacts(client, asOf, goLive, ids), await loadPlaybooks(client)];
  const playbooksFor = playbooksOf(computed, playbooks);
  const since = later(addDays(asOf, -KEPT_DAYS), goLive);
  const all = ids.map((accountId, i) => {
    const state = states[i] as BandState;
    openings.push(openingsOf(state));
    return clocksOf({
      state,
      facts: {
        leftBookOn: null,
        ...factsOf(accountId),
        card: cardAt(computed, i),
        decideBy: decideByAt(computed, i),
      },
      playbooks: playbooksFor(i),
      today: asOf,
      since,
    });
  });
  for (const [i, clocks] of all.entries()) {
    const standing = clocks.filter(({ state }) => state !== "stopped");
    if (standing.length > 0) open.set(ids[i] as number, standing);
  }
  await writeClocks(client, ids, all);
  return { open, openings };
}

/** The playbooks of the account at an index; accounts of the same definition, band and segment share them. */
function playbooksOf({ book, model, scored }: ComputedBook, playbooks: readonly Playbook[]) {
  const known = new Map<string, ReturnType<typeof playbooksByTone>>();
  return (i: number) => {
    const [d, at, segment] = [scored.definition[i] as number, scored.healthBand[i] as number, book.segment[i] ?? null];
    const key = JSON.stringify([d, at, segment]);
    const { bands } = model.definitions[d] as Definition;
    const found = known.get(key) ?? playbooksByTone(playbooks, bands, bands[at] ?? null, segment);
    known.set(key, found);
    return found;
  };
}

/** The day from which clocks run: as set, else that of the first run. */
async function goLiveDay(client: ClientBase): Promise<Day | null> {
  const { rows } = await client.query<{ day: Day | null }>(
    `select coalesce(go_live_on, (select min(as_of) from runs where status in ('published', 'computing'))) as day
     from settings where id = 1`,
  );
  return rows[0]?.day ?? null;
}

function todayAt({ asOf, scored, model, book, divergences }: ComputedBook, i: number) {
  const definition = scored.definition[i] as number;
  const tone = (bands: Int8Array) => toneCode(model, definition, bands[i] as number) || null;
  const [health, score] = [tone(scored.healthBand), tone(scored.scoreBand)];
  const known = divergences.get(book.accountIds[i] as number);
  const isReviewed = known?.severe === true && known.sign === "false_alarm" && known.settledOn !== null;
  const isUnreviewed = ((scored.flags[i] as number) & FLAG.UNREVIEWED) !== 0;
  const liftUnreviewed = isUnreviewed || (health === 3 && score === 1 && !isReviewed);
  const seen = (liftUnreviewed ? scored.scoreBand : scored.healthBand)[i] as number;
  return {
    day: asOf,
    tone: health,
    health: health === null ? null : finite(scored.health[i]),
    scoreTone: score,
    peopleTone: (scored.peopleRank[i] as number) < 0 ? null : (scored.peopleRank[i] as number) + 1,
    band: (scored.healthBand[i] as number) < 0 ? null : (scored.healthBand[i] as number),
    key: model.definitions[definition]?.bands[seen]?.key ?? null,
    scoringVersion: model.scoringVersion,
    replayed: false,
    liftUnreviewed,
  };
}

function cardAt({ asOf, book, cards, cardRules }: ComputedBook, i: number) {
  const accountId = book.accountIds[i] as number;
  if (cardRules.exempt.has(accountId)) return null;
  const card = cards.get(accountId);
  const due = card?.nextDueOn ?? dueOn(monthOf(asOf), cardRules.dueDay);
  return { since: addDays(due, -ASKED_BEFORE_DAYS), dueOn: due, validUntil: card?.validUntil ?? null };
}

function decideByAt({ decideBy }: ComputedBook, i: number): Day | null {
  const day = finite(decideBy[i]);
  return day === null ? null : dayOf(day);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
