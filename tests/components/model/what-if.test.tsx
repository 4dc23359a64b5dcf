import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WhatIfAccuracy } from "@/components/model/what-if-accuracy";
import { WhatIfEffects } from "@/components/model/what-if-effects";
import { templateOf } from "@/lib/core/templates/templates";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import { withRedCut } from "@/lib/core/what-if/capacity-line";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { randomBook } from "@/tests/core/what-if/random-book";

const { model } = templateOf("default");
const draft = withRedCut(model, 30);
const book = randomBook(model, 60);
const prepared = prepareBook(book, layoutOf(draft));
const rescored = rescore(prepared, draft, book.n);
const tried = (view: "health" | "score") => ({
  ...{ book, prepared, model: draft, values: rescored[view] },
  banded: bandedBy(rescored, view),
});
const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const nameOf = (accountId: number) => ({ name: `Account ${accountId}`, slug: `account-${accountId}` });
const effects = (view: "health" | "score", isDragging = false) =>
  renderToStaticMarkup(
    <WhatIfEffects {...{ view, isDragging, nameOf }} whole={tried(view)} isStale={false} onWords={undefined} />,
  );

test("the measures alone say who moves, by name, with what they were and would be", () => {
  const html = effects("score");
  expect(text(html)).toMatch(/By the measures alone: \d+ accounts \(\$[^)]+\) would move up/);
  expect(html).toMatch(/href="\/accounts\/account-\d+"/);
  expect(text(html)).toMatch(/Red \d+ → Yellow \d+/);
  expect(html).toContain('aria-label="Moves by CSM"');
});

test("what becomes of the book is said aloud only once the handle is let go", () => {
  const aloud = /aria-live="polite">([^<]*)</;
  expect(aloud.exec(effects("score", true))?.[1]).toBe("");
  expect(aloud.exec(effects("score"))?.[1]).toMatch(/would move/);
});

test("a band is told by word beside its counts now and if published, which hold the same accounts", () => {
  const html = text(effects("health"));
  for (const word of ["Green", "Yellow", "Red"]) expect(html).toContain(word);
});

test("past decisions are told with their n, below twenty as counts; without any, what is missing", () => {
  const n = book.n;
  const decided = {
    bad: new Uint8Array(n).fill(1, 0, 12),
    lostCents: new Float64Array(n).fill(100_00),
    on: new Int32Array(n),
  };
  const past = { whole: { ...tried("score"), book: { ...book, decided } }, isReading: false, failure: null };
  const none = { ...past, whole: { ...past.whole, book: { ...book, n: 0, decided } } };
  const html = renderToStaticMarkup(<WhatIfAccuracy near={past} far={none} view="score" version={4} />);
  expect(text(html)).toMatch(/Version 4 \(n = \d+\)/);
  expect(text(html)).toMatch(/Losses said before \d+ of \d+/);
  expect(text(html)).toContain("90 days before: no decision with a score then.");
});
