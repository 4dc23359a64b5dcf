import type { Model } from "@/lib/core/health/model";
import { templateOf } from "@/lib/core/templates/templates";
import type { BookColumns } from "@/lib/core/what-if/book-columns";
import { type Banded, effectsOn } from "@/lib/core/what-if/effect";
import { frameOf, framesOf } from "@/lib/core/what-if/frame";
import type { FrameGroup } from "@/lib/core/what-if/frame-columns";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { withoutDragged } from "@/lib/core/what-if/without-dragged";
import { randomBook } from "@/tests/core/what-if/random-book";
import { median, percentile } from "./compare";

const FRAMES = 240;
const ACCOUNTS = 100_000;

/** G8: a frame of the what-if over a made-up book of the default model while a weight and a cut-off are dragged, beside reading
 * every value that it reads once; and one exact rescoring of everybody, as at release. */
export function whatIf(accounts = ACCOUNTS) {
  const { model } = templateOf("default");
  const book = randomBook(model, accounts);
  const prepared = prepareBook(book, layoutOf(model));
  const exact = rescore(prepared, model, book.n);
  const frames = framesOf(prepared, withoutDragged(model), exact.score);
  const before: Banded = { compiled: exact.compiled, ...(book.published as NonNullable<BookColumns["published"]>) };
  const effectOf = effectsOn(book, before);
  const kernel = (step: number) => frameOf(frames, dragged(model, step));
  const times = { kernel: [] as number[], frame: [] as number[], touch: [] as number[], exact: [] as number[] };
  for (let step = 0; step < FRAMES; step++) {
    // The same model twice would leave the second nothing to do.
    const started = performance.now();
    const banded = kernel(step);
    times.kernel.push(performance.now() - started);
    effectOf(banded, 10);
    times.frame.push(performance.now() - started);
    times.touch.push(timed(() => touch(frames.groups, frames)));
    if (step % 12 === 0) times.exact.push(timed(() => rescore(prepared, dragged(model, step), book.n)));
  }
  const warm = (values: number[]) => values.slice(Math.floor(values.length / 8));
  return {
    accounts,
    kernel: median(warm(times.kernel)),
    frame: median(warm(times.frame)),
    frameP95: percentile(warm(times.frame), 95),
    touch: median(warm(times.touch)),
    exact: median(warm(times.exact)),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The model with its first weight and its best cut-off moved a little, as a handle moves them. */
function dragged(model: Model, step: number): Model {
  const fallback = model.definitions.default;
  const measures = fallback.measures.map((measure, i) =>
    i === 0 ? { ...measure, weight: 10 + (step % 40) / 2 } : measure,
  );
  const bands = fallback.bands.map((band, i) => (i === 0 ? { ...band, from: 70 + (step % 100) / 10 } : band));
  return { ...model, definitions: { default: { ...fallback, measures, bands } } };
}

/** Every value that the kernel reads or writes, once, column by column; one loop a type, so that the compiler keeps each tight. */
function touch(groups: readonly FrameGroup[], { definition, band }: Pick<Banded, "definition" | "band">): number {
  let sum = 0;
  for (const { points, rows } of groups) {
    for (const column of points) for (let i = 0; i < column.length; i++) sum += column[i] as number;
    for (let i = 0; i < rows.length; i++) sum += rows[i] as number;
  }
  for (let i = 0; i < band.length; i++) sum += band[i] as number;
  for (let i = 0; i < definition.length; i++) sum += definition[i] as number;
  return sum;
}
