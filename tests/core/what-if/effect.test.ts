import fc from "fast-check";
import { expect, test } from "vitest";
import { templateOf } from "@/lib/core/templates/templates";
import type { Amount } from "@/lib/core/what-if/band-tallies";
import { capacityLine, redsOf, withRedCut } from "@/lib/core/what-if/capacity-line";
import { effectsOn } from "@/lib/core/what-if/effect";
import { outcomeFigures } from "@/lib/core/what-if/outcome-figures";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { randomBook } from "./random-book";
import { randomDraft } from "./random-draft";

const { model } = templateOf("default");
const book = randomBook(model, 400);
const banded = (draft: typeof model) => rescore(prepareBook(book, layoutOf(draft)), draft, book.n);
const before = banded(model);

const sum = (amounts: readonly Amount[]) => ({
  accounts: amounts.reduce((total, { accounts }) => total + accounts, 0),
  arrCents: amounts.reduce((total, { arrCents }) => total + arrCents, 0),
  withoutRate: amounts.reduce((total, { withoutRate }) => total + withoutRate, 0),
});

test("before and after hold the same accounts and ARR, and slices sum to who moves", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 749 }), fc.integer({ min: 1, max: 90 }), (cut, weight) => {
      const draft = withRedCut(model, cut / 10);
      draft.definitions.default.measures = draft.definitions.default.measures.map((measure, i) =>
        i === 0 ? { ...measure, weight } : measure,
      );
      const effect = effectsOn(book, before)(banded(draft), 10_000);
      expect(sum(effect.bands.map((band) => band.before))).toEqual(sum(effect.bands.map((band) => band.after)));
      expect(effect.bands.reduce((total, band) => total + band.after.accounts, 0)).toBe(book.n);
      for (const slices of [effect.byCsm, effect.bySegment])
        for (const direction of ["down", "up"] as const)
          expect(sum(slices.map((slice) => slice[direction]))).toEqual(effect.moved[direction]);
      expect(effect.moves.length).toBe(sum(Object.values(effect.moved)).accounts);
      expect(effect.moves.map(({ row }) => row)).toEqual(effect.moves.map(({ row }) => row).sort((a, b) => a - b));
    }),
  );
});

test("a model beside itself, and one whose bands are called otherwise, move nobody", () => {
  const { bands, ...rest } = model.definitions.default;
  const renamed = {
    ...rest,
    bands: bands.map((band) => ({ ...band, key: `${band.key}_2`, name: `Other ${band.name}` })),
  };
  const other = banded({ ...model, definitions: { default: { ...renamed, guardrails: [] } } });
  const bare = banded({ ...model, definitions: { default: { ...model.definitions.default, guardrails: [] } } });
  expect(effectsOn(book, before)(before).moves).toEqual([]);
  expect(effectsOn(book, bare)(other).moves).toEqual([]);
});

test("a definition that scores nobody makes no difference to what is counted", () => {
  const [own] = before.compiled;
  if (!own) throw new Error("no definition");
  const draft = withRedCut(model, 61);
  const after = banded({ ...draft, definitions: { default: draft.definitions.default } });
  const alone = { ...before, compiled: [own] };
  expect(effectsOn(book, before)(after)).toEqual(effectsOn(book, alone)(after));
  const renamed = {
    ...own,
    bands: { ...own.bands, bands: own.bands.bands.map((band) => ({ ...band, key: `${band.key}2` })) },
  };
  const { moved } = effectsOn(book, { ...before, compiled: [renamed] })(after);
  expect(sum(Object.values(moved)).accounts).toBe(sum(Object.values(effectsOn(book, alone)(after).moved)).accounts);
});

test("a red cut-off fits the people, and no higher one does", () => {
  const reds = (draft: typeof model) => redsOf(banded(draft));
  const least = reds(withRedCut(model, 0.1));
  expect(capacityLine(model, least - 1, reds)).toBeNull();
  for (const most of [least, least + 7, 120, 240, 400]) {
    const line = capacityLine(model, most, reds);
    expect(line?.reds).toBeLessThanOrEqual(most);
    expect(reds(withRedCut(model, line?.cut as number))).toBe(line?.reds);
    const next = Math.round((line?.cut as number) * 10 + 1) / 10;
    if (next < 75) expect(reds(withRedCut(model, next))).toBeGreaterThan(most);
  }
});

test("hits, misses and false alarms are counted as the customers decided", () => {
  const decided = {
    bad: Uint8Array.of(1, 1, 0, 0, 1),
    lostCents: Float64Array.of(500, 300, 0, 0, Number.NaN),
    on: new Int32Array(5),
  };
  const { compiled } = before;
  const said = { compiled, definition: new Uint8Array(5), band: Int8Array.of(2, 0, 1, 0, -1) };
  expect(outcomeFigures({ n: 5, decided }, said)).toMatchObject({
    ...{ n: 4, unscored: 1, hits: 1, misses: 1, falseAlarms: 1, calm: 1, lostCents: 800, caughtCents: 500 },
    right: { hits: 2, n: 4 },
  });
  expect(outcomeFigures({ n: 5, decided }, said, 1)).toMatchObject({ hits: 1, falseAlarms: 0, calm: 2 });
});

test("any draft of other segments and measures is compared without loss of accounts", () => {
  fc.assert(
    fc.property(randomDraft(["enterprise", "smb"]), (draft) => {
      const own = randomBook(draft, 100);
      const after = rescore(prepareBook(own, layoutOf(draft)), draft, own.n);
      const small = { ...before, definition: before.definition.slice(0, 100), band: before.band.slice(0, 100) };
      const effect = effectsOn(own, small)(after);
      expect(effect.bands.reduce((total, band) => total + band.after.accounts, 0)).toBe(100);
    }),
    { numRuns: 30 },
  );
});
