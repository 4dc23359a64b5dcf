import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day, dayOf, monthOf } from "@/lib/core/calendar";
import { FLAG } from "@/lib/core/health/health-columns";
import type { Definition } from "@/lib/core/health/model";
import type { Clock } from "@/lib/core/playbook/clock";
import { clocksOf } from "@/lib/core/playbook/clocks-of";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { playbooksByTone } from "@/lib/core/playbook/playbook-of";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";
import { dueOn, nextDueOn, validUntil } from "@/lib/core/scorecard/cycle";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import { finite } from "@/lib/server/run/reason-facts";
import { toneCode } from "@/lib/server/run/write-scores";
import { after, carryStates } from "./carry-states";
import { loadClockFacts } from "./load-clock-facts";
import { writeClocks } from "./write-clocks";

/** How many days before its due date a scorecard is asked for. */
const ASKED_BEFORE_DAYS = 7;
/** Clocks that stopped lately are kept as long as this, for those who look back. */
const KEPT_DAYS = 30;

/** Runs the clocks of a computed book as of its day and writes them: what each band obliges to, until when, and what is late.
 * Before go-live there are none. Returns those that stand open, by account. */
export async function runClocks(client: ClientBase, computed: ComputedBook): Promise<Map<number, Clock[]>> {
  const { asOf, book, model } = computed;
  const goLive = await goLiveDay(client);
  const open = new Map<number, Clock[]>();
  if (goLive === null || asOf < goLive) return open;
  const ids = [...book.accountIds];
  const [states, factsOf, playbooks] = [
    await carryStates(client, asOf, goLive, ids),
    await loadClockFacts(client, asOf, goLive, ids),
    await loadPlaybooks(client),
  ];
  const all = ids.map((accountId, i) => {
    const carried = states.get(accountId);
    if (!carried) throw new Error(`No history was carried on for account ${accountId}`);
    const definition = model.definitions[computed.scored.definition[i] as number] as Definition;
    const band = definition.bands[computed.scored.healthBand[i] as number] ?? null;
    return clocksOf({
      state: after(carried, [todayAt(computed, i)]).state,
      facts: {
        leftBookOn: null,
        ...factsOf(accountId),
        card: cardAt(computed, i),
        decideBy: decideByAt(computed, i),
      },
      playbooks: playbooksByTone(playbooks, definition.bands, band, book.segment[i] ?? null),
      today: asOf,
      since: later(addDays(asOf, -KEPT_DAYS), goLive),
    });
  });
  for (const [i, clocks] of all.entries()) {
    const standing = clocks.filter(({ state }) => state !== "stopped");
    if (standing.length > 0) open.set(ids[i] as number, standing);
  }
  await writeClocks(client, ids, all);
  return open;
}

/** The day from which clocks run: as set, else that of the first run. */
async function goLiveDay(client: ClientBase): Promise<Day | null> {
  const { rows } = await client.query<{ day: Day | null }>(
    `select coalesce(go_live_on, (select min(as_of) from runs where status in ('published', 'computing'))) as day
     from settings where id = 1`,
  );
  return rows[0]?.day ?? null;
}

/** The playbooks as shipped, each replaced by the installation's own of the same key and segment. */
async function loadPlaybooks(client: ClientBase): Promise<Playbook[]> {
  const { rows } = await client.query<{ definition: Playbook }>("select definition from playbooks");
  const own = rows.map(({ definition }) => definition);
  const isOwn = ({ key, segment }: Playbook) => own.some((other) => other.key === key && other.segment === segment);
  return [...own, ...PLAYBOOKS.filter((playbook) => !isOwn(playbook))];
}

function todayAt({ asOf, scored, model, book, divergences }: ComputedBook, i: number) {
  const definition = scored.definition[i] as number;
  const tone = (bands: Int8Array) => toneCode(model, definition, bands[i] as number) || null;
  const [health, score] = [tone(scored.healthBand), tone(scored.scoreBand)];
  const known = divergences.get(book.accountIds[i] as number);
  const isReviewed = known?.severe === true && known.sign === "false_alarm" && known.settledOn !== null;
  return {
    day: asOf,
    tone: health,
    health: health === null ? null : finite(scored.health[i]),
    scoreTone: score,
    peopleTone: (scored.peopleRank[i] as number) < 0 ? null : (scored.peopleRank[i] as number) + 1,
    band: (scored.healthBand[i] as number) < 0 ? null : (scored.healthBand[i] as number),
    modelVersion: model.version,
    replayed: false,
    liftUnreviewed:
      ((scored.flags[i] as number) & FLAG.UNREVIEWED) !== 0 || (health === 3 && score === 1 && !isReviewed),
  };
}

function cardAt({ asOf, book, cards }: ComputedBook, i: number) {
  const card = cards.get(book.accountIds[i] as number);
  const due = card ? nextDueOn(card.period, 1) : dueOn(monthOf(asOf));
  return { since: addDays(due, -ASKED_BEFORE_DAYS), dueOn: due, validUntil: card ? validUntil(card.period, 1) : null };
}

function decideByAt({ decideBy }: ComputedBook, i: number): Day | null {
  const day = finite(decideBy[i]);
  return day === null ? null : dayOf(day);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
