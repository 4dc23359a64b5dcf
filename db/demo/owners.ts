import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { AMS, CSMS, OPTIMIST } from "./people";
import type { Random } from "./prng";
import { isBad, type Script } from "./scripts";
import { STORIES } from "./stories";
import { ACCOUNTS, FIRST_GENERIC } from "./window";

/** csm@ has 40 accounts and one colleague 80, am@ 80; losses lie with the others, most with the optimist. */
export function assignOwners(blueprints: Blueprint[], scripts: Script[], random: Random): void {
  const indexes = random.shuffle(Array.from({ length: ACCOUNTS - FIRST_GENERIC }, (_, i) => FIRST_GENERIC + i));
  const stays = indexes.filter((index) => at(blueprints, index).leavesOn === null);
  const lost = indexes.filter((index) => at(blueprints, index).leavesOn !== null);
  const named = Array.from({ length: FIRST_GENERIC }, (_, i) => i).filter(
    (index) => STORIES[index]?.slug !== "cobalt-air",
  );
  const byCsm = [...named, ...stays];
  for (const [i, index] of byCsm.entries()) {
    at(blueprints, index).csmId = i < 40 ? CSMS[0] : i < 120 ? CSMS[1] : at(CSMS, 2 + ((i - 120) % 10));
  }
  const cobalt = Object.entries(STORIES).find(([, story]) => story.slug === "cobalt-air")?.[0];
  for (const [i, index] of [Number(cobalt), ...lost].entries())
    at(blueprints, index).csmId = at(CSMS, 2 + ((byCsm.length - 120 + i) % 10));
  const missed = (index: number) =>
    at(scripts, index).designs.some(({ decision, peopleBefore }) => isBad(decision) && peopleBefore === "green");
  const optimistic = indexes.filter(missed);
  const others = random.shuffle(stays.filter((index) => !missed(index)));
  const forAm = [...named.filter((index) => STORIES[index]?.am === AMS[0]), ...others].slice(0, 80);
  for (const index of forAm) at(blueprints, index).amId = AMS[0];
  const [optimist, ...careful] = AMS.slice(1);
  for (const index of [...optimistic.slice(0, 8), Number(cobalt)]) at(blueprints, index).amId = OPTIMIST;
  const open = random.shuffle(blueprints.map((_, i) => i).filter((index) => at(blueprints, index).amId === 0));
  const lossy = open.filter((index) => at(scripts, index).designs.some(({ decision }) => isBad(decision)));
  const turns = [...careful, ...careful, optimist ?? OPTIMIST];
  for (const [i, index] of lossy.entries()) at(blueprints, index).amId = at(turns, i % turns.length);
  const calm = open.filter((index) => at(blueprints, index).amId === 0);
  for (const index of calm) {
    const books = AMS.slice(1).map((id) => ({ id, size: blueprints.filter(({ amId }) => amId === id).length }));
    at(blueprints, index).amId = books.reduce((least, book) => (book.size < least.size ? book : least)).id;
  }
}
