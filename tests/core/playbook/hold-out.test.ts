import { describe, expect, it } from "vitest";
import { type Draw, heldOutUntil, holdOutFigures, holdOutPlaces, isHeldOut } from "@/lib/core/playbook/hold-out";
import { randomOf } from "./random-history";

const [DRAWN, TODAY] = ["2026-08-01", "2026-11-30"];
const BOOKS = 300;

function drawsOf(seed: number, effect: number): Draw[] {
  const random = randomOf(seed);
  return Array.from({ length: 160 }, (_, accountId) => {
    const held = isHeldOut("re_engage", seed * 1000 + accountId);
    const renewed = random() < 0.3 + (held ? 0 : effect);
    return {
      ...{ accountId, play: "re_engage", drawnOn: DRAWN, held, score: 50, renewed, lost: false },
      toneAfter: null,
      scoreAfter: null,
    };
  });
}

const share = (draws: readonly Draw[] = []) => draws.filter(({ renewed }) => renewed).length / draws.length;

describe("a play that holds out a random half", () => {
  it("holds out half of any run of accounts, and another half of each play", () => {
    const ids = Array.from({ length: 4000 }, (_, id) => id + 1);
    const share = (test: (id: number) => boolean) => ids.filter(test).length / ids.length;
    expect(share((id) => isHeldOut("re_engage", id))).toBeCloseTo(0.5, 1);
    expect(share((id) => isHeldOut("usage_trigger", id))).toBeCloseTo(0.5, 1);
    expect(share((id) => isHeldOut("re_engage", id) === isHeldOut("usage_trigger", id))).toBeCloseTo(0.5, 1);
    expect(share((id) => isHeldOut("re_engage", id) === isHeldOut("re_engage", id + 1))).toBeCloseTo(0.5, 1);
  });

  it.each([0, 0.25])("tells a known effect of %d: its 95% interval holds it in 95 of 100 books", (effect) => {
    const figures = Array.from(
      { length: BOOKS },
      (_, seed) => holdOutFigures(drawsOf(seed + 1, effect), TODAY)[0]?.effect,
    );
    const covered = figures.filter((each) => each && each.low <= effect && effect <= each.high).length;
    expect(covered / BOOKS).toBeGreaterThan(0.92);
    expect(figures.every((each) => each?.isCausal)).toBe(true);
    if (effect === 0)
      expect(figures.filter((each) => each?.verdict === "no effect shown").length / BOOKS).toBeGreaterThan(0.92);
  });

  it("judges an account on the 90th day after it was drawn, and no day before", () => {
    const draw = { ...(drawsOf(1, 0)[0] as Draw), drawnOn: "2026-09-01" };
    expect(heldOutUntil(draw.drawnOn)).toBe(TODAY);
    expect(holdOutFigures([draw], "2026-11-29")).toMatchObject([{ worked: [], held: [], waiting: [0], effect: null }]);
    const [judged] = holdOutFigures([draw], TODAY);
    expect([...(judged?.worked ?? []), ...(judged?.held ?? [])]).toEqual([0]);
  });

  it("counts on either side exactly the draws that the side's number opens", () => {
    const draws = [...drawsOf(1, 0.25), ...drawsOf(2, 0).map((draw) => ({ ...draw, play: "usage_trigger" }))];
    const figures = holdOutFigures(draws, TODAY);
    for (const { play, effect } of figures) {
      const [worked, held, waiting] = (["worked", "held", "waiting"] as const).map((side) =>
        holdOutPlaces(figures, { play, side }).map((place) => draws[place] as Draw),
      );
      expect(worked?.every((draw) => draw.play === play && !draw.held)).toBe(true);
      expect(held?.every((draw) => draw.play === play && draw.held)).toBe(true);
      expect([...(worked ?? []), ...(held ?? [])]).toHaveLength(160);
      expect(waiting).toEqual([]);
      expect(share(worked)).toBeCloseTo(effect?.treatedShare ?? -1, 12);
      expect(share(held)).toBeCloseTo(effect?.untreatedShare ?? -1, 12);
    }
    expect(holdOutPlaces(figures, { play: "renewal", side: "worked" })).toEqual([]);
  });
});
