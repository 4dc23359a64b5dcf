import "server-only";
import type { ClientBase } from "pg";
import { loadSlices } from "@/db/days/load-slices";
import type { Day } from "@/lib/core/calendar";
import { definitionRequests } from "@/lib/core/measures/levels";
import type { Slices } from "@/lib/core/measures/measure";
import { type Needs, needsOf } from "@/lib/core/measures/needs";
import type { CardSettings } from "@/lib/core/scorecard/card-settings";
import { type Book, loadBook } from "./load-book";
import { type CardRules, loadCardRules } from "./load-card-rules";
import { type Cards, loadCards } from "./load-cards";
import { type KnownDivergence, loadDivergences } from "./load-divergences";
import { loadRunModel, type RunModel } from "./load-run-model";
import { narrowSlices } from "./narrow-slices";
import { type Scored, scoreBook } from "./score-book";

/** A book scored as of a day, with what it was scored from; figures are one entry an account, NaN where absent. */
export type ComputedBook = {
  asOf: Day;
  model: RunModel;
  book: Book;
  scored: Scored;
  cards: Cards;
  cardRules: CardRules;
  divergences: ReadonlyMap<number, KnownDivergence>;
  arrCents: Float64Array;
  /** Day numbers. */
  decideBy: Float64Array;
  lastTouch: Float64Array;
  lastExecutive: Float64Array;
  lastKeyLeft: Float64Array;
  feeds: Slices["feeds"];
};

interface Options {
  accountIds?: readonly number[];
  /** A model version other than the one that counted on the day. */
  version?: number;
  /** That model, where it is loaded already. */
  model?: RunModel;
  /** Leaves out scorecards recorded after this moment. */
  knownAt?: string;
  /** Rules of cards to try instead of those saved. */
  cardSettings?: CardSettings;
}

const FACTS: Needs["columns"] = [
  { column: "arr_cents", daysBack: 0 },
  { column: "decide_by", daysBack: 0 },
  { column: "last_two_way_day", daysBack: 0 },
  { column: "last_executive_day", daysBack: 0 },
  { column: "last_key_left_day", daysBack: 0 },
];

/** Reads what a day knew and scores its book, or some accounts of it; writes nothing. */
export async function computeBook(client: ClientBase, asOf: Day, options: Options = {}): Promise<ComputedBook> {
  const { accountIds, version, knownAt } = options;
  const model = options.model ?? (await loadRunModel(client, asOf, version));
  const book = await loadBook(client, asOf, accountIds);
  const cardRules = await loadCardRules(client, asOf, accountIds, options.cardSettings);
  const cards = await loadCards(client, asOf, cardRules, accountIds, knownAt);
  const divergences = await loadDivergences(client, asOf, accountIds);
  const loaded = await loadSlices(client, { asOf, needs: runNeeds(model), accountIds });
  const slices = narrowSlices(loaded, book.accountIds);
  return {
    asOf,
    model,
    book,
    scored: scoreBook(model, book, slices, cards, divergences),
    cards,
    cardRules,
    divergences,
    arrCents: slices.column("arr_cents", 0),
    decideBy: slices.column("decide_by", 0),
    lastTouch: slices.column("last_two_way_day", 0),
    lastExecutive: slices.column("last_executive_day", 0),
    lastKeyLeft: slices.column("last_key_left_day", 0),
    feeds: slices.feeds,
  };
}

/** What the slices must hold for a model's measures and for the rows that people see. */
export function runNeeds(model: RunModel): Needs {
  const needs = needsOf(model.definitions.flatMap((definition) => definitionRequests(definition)));
  const has = (need: Needs["columns"][number]) =>
    needs.columns.some((other) => other.column === need.column && other.daysBack === need.daysBack);
  return { ...needs, columns: [...needs.columns, ...FACTS.filter((need) => !has(need))] };
}
