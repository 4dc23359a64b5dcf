import { dayNumber } from "@/lib/core/calendar";
import { answersOf, type Latent, latentOf, type Spell, usageOf } from "./archetypes";
import { at } from "./at";
import { applyAwkward } from "./awkward";
import type { Answers, Blueprint, CardChange, Decision, Segment, Term, Tone } from "./blueprint";
import { type Design, designDecisions } from "./decisions";
import { sizeOf } from "./money-size";
import { companyName, INDUSTRIES, slugOf } from "./names";
import { AMS, CSMS, OPTIMIST } from "./people";
import { type Random, randomOf } from "./prng";
import { cardDay } from "./scorecards";
import { applyStories, STORIES } from "./stories";
import { toneOf } from "./tone";
import { ACCOUNTS, dayText, HISTORY_DAYS, quarterStart, today } from "./window";

export const START = today - HISTORY_DAYS + 1;
const NEW_MODEL = dayNumber("2025-12-01");
const REGIONS = ["EMEA", "EMEA", "North America", "North America", "APAC", "LATAM"] as const;
const SOURCES = ["Referral", "Outbound", "Partner", "Web", "Event"] as const;

/** What is decided about an account before its details: its people band over time, its behaviour, its decisions. */
type Plan = {
  index: number;
  tones: Spell[];
  behaviour: Spell[];
  designs: Design[];
  isBusy: boolean;
  joined: number | null;
  slides: Array<{ day: number; over: number; to: number }>;
  isMidMarket: boolean | null;
  version: "v4" | "v5" | null;
};

const FIRST_GENERIC = 20;

/** The demo company: 240 accounts whose people bands at the start and end of the last fiscal quarter are counted out, so that
 * 121 are green at its start and 15 of these yellow at its end. */
export function bookOf(): Blueprint[] {
  const random = randomOf(20261130);
  const plans = plansOf(random);
  const blueprints = plans.map((plan) => blueprintOf(plan, randomOf(plan.index, 7)));
  assignOwners(blueprints, plans, random);
  applyAwkward(blueprints);
  applyStories(blueprints);
  leaveCardsOpen(blueprints, random);
  return blueprints;
}

function plansOf(random: Random): Plan[] {
  const designs = designDecisions(random);
  const order = random.shuffle(Array.from({ length: ACCOUNTS - FIRST_GENERIC }, (_, i) => FIRST_GENERIC + i));
  const plans = Array.from({ length: ACCOUNTS }, (_, index): Plan => emptyPlan(index, random));
  const isBelow = (design: Design) => design.peopleBefore !== "green";
  const safe = designs.filter((design) => !isBelow(design) && !isBad(design.decision));
  const early = safe.filter(({ decision }) => decision.decidedOn < dayNumber("2025-10-20"));
  const late = safe.filter(({ decision }) => decision.decidedOn > dayNumber("2026-06-20"));
  const twice = new Map<Design, Design>();
  for (let i = 0; i < 6; i++) twice.set(at(early, i), at(late, -1 - i));
  for (const [first, second] of twice) second.isBusy = first.isBusy;
  const seconds = new Set(twice.values());
  for (const design of designs) {
    if (seconds.has(design)) continue;
    const plan = at(plans, order.pop() as number);
    plan.designs = twice.has(design) ? [design, twice.get(design) as Design] : [design];
    plan.isBusy = design.isBusy;
    scriptDecision(plan, design, random);
  }
  scriptOthers(
    order.map((index) => at(plans, index)),
    plans,
    random,
  );
  return plans;
}

function emptyPlan(index: number, random: Random): Plan {
  return {
    index,
    tones: [{ day: START - 60, tone: "green" }],
    behaviour: [{ day: START - 60, tone: "green" }],
    designs: [],
    isBusy: random.chance(0.62),
    joined: null,
    slides: [],
    isMidMarket: null,
    version: null,
  };
}

function isBad(decision: Decision): boolean {
  return decision.kind === "churned" || decision.kind === "downsold";
}

function scriptDecision(plan: Plan, design: Design, random: Random): void {
  const { decision, peopleBefore, behaved } = design;
  const start = START - 60;
  const cut = decision.decidedOn - 90;
  if (peopleBefore === "green") {
    if (behaved !== "green") {
      plan.behaviour.push({ day: cut - random.int(60, 110), tone: behaved });
      if (decision.kind !== "churned")
        plan.behaviour.push({ day: decision.effectiveOn + random.int(20, 70), tone: "green" });
    }
  } else {
    const isOld = random.chance(0.55) || cut - 120 < START + 30;
    const fall = isOld ? start : cut - random.int(40, 110);
    if (isOld) plan.tones = [];
    plan.tones.push({ day: fall, tone: peopleBefore === "red" && !isOld ? "yellow" : peopleBefore });
    if (peopleBefore === "red" && !isOld) plan.tones.push({ day: Math.min(cut - 5, fall + 62), tone: "red" });
    plan.behaviour =
      behaved === "green"
        ? plan.behaviour
        : plan.tones.map(({ day, tone }) => ({ day: day - random.int(5, 35), tone }));
    if (decision.kind !== "churned" && decision.decidedOn < quarterStart - 90) {
      const back = decision.effectiveOn + random.int(20, 60);
      if (back < quarterStart - 50 && random.chance(isBad(decision) ? 0.5 : 0.8)) {
        plan.tones.push({ day: back, tone: "green" });
        plan.behaviour.push({ day: back - 20, tone: "green" });
      }
    }
  }
  if (decision.kind === "churned") plan.slides.push({ day: decision.decidedOn - 50, over: 75, to: 0.45 });
}

function toneOn(spells: readonly Spell[], day: number): Tone {
  let tone = at(spells, 0).tone;
  for (const spell of spells) if (spell.day <= day) tone = spell.tone;
  return tone;
}

/** Accounts without a decision: their bands fill up the counts at the start of the last fiscal quarter. */
function scriptOthers(free: Plan[], plans: Plan[], random: Random): void {
  const inBookThen = plans.filter((plan) => plan.designs.length > 0 && !isGone(plan, quarterStart));
  const decidedGreen = inBookThen.filter((plan) => toneOn(plan.tones, quarterStart) === "green").length;
  const pool = [...free];
  const take = (count: number) => pool.splice(0, count);
  const storiesGreen = Object.values(STORIES).filter((story) => story.greenAtQuarterStart).length;
  const awkwardGreen = 7;
  for (const plan of take(8)) {
    plan.joined = today - random.int(12, 85);
    setTone(plan, random.chance(0.4) ? "yellow" : "green", START - 60);
  }
  for (const plan of take(5)) {
    plan.joined = quarterStart - random.int(8, 80);
    setTone(plan, "yellow", START - 60);
  }
  for (const plan of take(121 - decidedGreen - storiesGreen - awkwardGreen)) scriptGreen(plan, random);
  for (const plan of take(5)) {
    setTone(plan, "yellow", START - 60);
    const back = quarterStart + random.int(20, 60);
    plan.tones.push({ day: back, tone: "green" });
    plan.behaviour.push({ day: back - 40, tone: "green" });
  }
  for (const [i, plan] of pool.entries()) scriptBelow(plan, i, random);
  for (const plan of plans)
    if (plan.index >= 10 && plan.index < FIRST_GENERIC) setTone(plan, plan.index < 17 ? "green" : "yellow", START - 60);
  scriptLastQuarter(plans, random);
}

function isGone(plan: Plan, day: number): boolean {
  return plan.designs.some(({ decision }) => decision.kind === "churned" && decision.effectiveOn <= day);
}

function setTone(plan: Plan, tone: Tone, day: number): void {
  plan.tones = [{ day, tone }];
  plan.behaviour = [{ day, tone }];
}

function scriptGreen(plan: Plan, random: Random): void {
  setTone(plan, "green", START - 60);
  if (random.chance(0.3)) {
    const back = random.int(START + 120, quarterStart - 60);
    setTone(plan, "yellow", START - 60);
    plan.tones.push({ day: back, tone: "green" });
    plan.behaviour.push({ day: back - 25, tone: "green" });
  } else if (random.next() < 0.3) plan.joined = random.int(START + 30, quarterStart - 120);
}

function scriptBelow(plan: Plan, i: number, random: Random): void {
  const tone: Tone = i % 3 === 0 ? "red" : "yellow";
  setTone(plan, tone, START - 60);
  if (random.chance(0.3)) {
    const fall = i % 5 === 0 ? random.int(NEW_MODEL + 20, quarterStart - 40) : random.int(START + 90, NEW_MODEL - 40);
    setTone(plan, "green", START - 60);
    plan.tones.push({ day: fall, tone: "yellow" });
    plan.behaviour.push({ day: fall - 20, tone: "yellow" });
    if (tone === "red") {
      plan.tones.push({ day: fall + 70, tone: "red" });
      plan.behaviour.push({ day: fall + 55, tone: "red" });
    }
  } else if (i % 8 === 1) plan.joined = random.int(START + 30, quarterStart - 150);
  if (i % 9 === 2) {
    const day = quarterStart + random.int(20, 70);
    const next: Tone = tone === "red" ? "yellow" : "red";
    plan.tones.push({ day, tone: next });
    plan.behaviour.push({ day: day - 15, tone: next });
  }
}

/** Thirteen more falls beside orbit-foods and vela-health: ten mid-market customers on the new version, three others. */
function scriptLastQuarter(plans: Plan[], random: Random): void {
  const steady = plans.filter(
    (plan) =>
      plan.index >= FIRST_GENERIC &&
      plan.tones.length === 1 &&
      at(plan.tones, 0).tone === "green" &&
      (plan.joined === null || plan.joined < quarterStart - 100) &&
      plan.designs.every(({ decision }) => decision.decidedOn < quarterStart - 60 && !isBad(decision)),
  );
  for (const [i, plan] of random.shuffle(steady).slice(0, 18).entries()) {
    plan.isMidMarket = i < 10 || i >= 13;
    plan.version = i < 10 || i >= 13 ? "v5" : "v4";
    if (i >= 13) continue;
    const fall = quarterStart + at([24, 52, 80], i % 3);
    plan.tones.push({ day: fall, tone: "yellow" });
    plan.behaviour.push({ day: fall - 25, tone: "yellow" });
    if (i < 10)
      plan.slides.push({ day: quarterStart + 8 + random.int(0, 20), over: 70, to: random.between(0.76, 0.86) });
  }
}

function blueprintOf(plan: Plan, random: Random): Blueprint {
  const id = plan.index + 1;
  const industry = random.pick(INDUSTRIES);
  const name = companyName((plan.index * 37) % 416, industry);
  const draw = random.next();
  const segment: Segment = plan.isMidMarket
    ? "Mid-market"
    : draw < 0.2
      ? "Enterprise"
      : draw < 0.55 && plan.isMidMarket !== false
        ? "Mid-market"
        : draw < 0.62
          ? "Enterprise"
          : "SMB";
  const customerSince = plan.joined ?? START - random.int(120, 1100);
  const churn = plan.designs.find(({ decision }) => decision.kind === "churned")?.decision;
  const cards = cardChanges(id, plan.tones, segment, random);
  const share = plan.isBusy ? random.between(0.77, 0.9) : random.between(0.46, 0.57);
  const level = (share * (5 + 2 * industry.weekend)) / 7;
  const held = (latent: Latent, low: number, high: number) => {
    const curve = latentOf(latent, plan.behaviour, random);
    return overlooked(plan) ? curve.map(([day, value]) => [day, Math.min(high, Math.max(low, value))] as const) : curve;
  };
  const ends = { since: customerSince, from: START, to: today };
  return {
    id,
    name,
    slug: slugOf(name),
    industry: industry.name,
    region: random.pick(REGIONS),
    segment,
    source: random.pick(SOURCES),
    productVersion:
      plan.version ?? (segment === "Mid-market" && random.chance(0.8) ? "v4" : random.chance(0.12) ? "v5" : "v4"),
    parentId: null,
    customerSince,
    leavesOn: churn ? churn.effectiveOn : null,
    csmId: 0,
    amId: 0,
    currency: "USD",
    terms: termsOf(plan, customerSince, sizeOf(segment, random), random),
    autoRenew: random.chance(0.65),
    noticeDays: segment === "SMB" ? 30 : random.pick([30, 60, 90]),
    usage: usageOf({ level, ...ends }, plan.behaviour, plan.slides, random),
    weekend: industry.weekend,
    depth: plan.isBusy ? random.between(0.62, 0.92) : random.between(0.16, 0.36),
    season: industry.season,
    silent: null,
    attendance: held("attendance", 0.76, 1),
    load: held("load", 0, 1.6),
    onTime: latentOf("onTime", plan.behaviour, random),
    met: held("met", 0.8, 1),
    mood: latentOf("mood", plan.behaviour, random),
    cards,
    cardsEnd: null,
    decisions: plan.designs.map(({ decision }) => decision),
    billing: segment === "SMB" || random.chance(0.4) ? "monthly" : "quarterly",
    headcountGrowth: random.between(-0.08, 0.16),
    championLeft: null,
    successorOn: null,
  };
}

/** Green by the people while behaving worse: nothing that would catch the eye. */
function overlooked(plan: Plan): boolean {
  return plan.designs.some((design) => design.peopleBefore === "green" && design.behaved !== "green");
}

/** Changes of the people band, each on the day of that month's card. */
function cardChanges(id: number, tones: readonly Spell[], segment: Segment, random: Random): CardChange[] {
  const changes: CardChange[] = [];
  for (const [index, { day, tone }] of tones.entries()) {
    const answers = answersOf(tone, segment, random);
    changes.push({ day: index === 0 ? day : cardDay(id, dayText(day).slice(0, 7)), answers });
    const until = (tones[index + 1]?.day ?? today) - 40;
    for (let next = day + random.int(150, 420); next < until; next += random.int(150, 420)) {
      if (next > START)
        changes.push({ day: cardDay(id, dayText(next).slice(0, 7)), answers: answersOf(tone, segment, random) });
    }
  }
  return changes;
}

const NOVEMBER = dayNumber("2026-11-01");

/** am@ has confirmed 62 of 80 cards of November, six of them with changed answers; nobody else owes one but tundra-labs. */
function leaveCardsOpen(blueprints: Blueprint[], random: Random): void {
  const mine = random.shuffle(blueprints.filter((account, i) => account.amId === AMS[0] && !STORIES[i]));
  for (const account of mine) {
    const steady = account.cards.filter((change) => change.day < NOVEMBER);
    if (steady.length < account.cards.length && toneChanges(account)) continue;
    account.cards = steady;
  }
  const still = mine.filter((account) => at(account.cards, -1).day < NOVEMBER && account.customerSince < NOVEMBER - 40);
  for (const account of still.slice(0, 18)) account.cardsEnd = NOVEMBER;
  const named = blueprints.filter((account, i) => account.amId === AMS[0] && STORIES[i]);
  const moved = [...mine, ...named].filter((account) => at(account.cards, -1).day >= NOVEMBER).length;
  const swapped = still.slice(18).filter((account) => SWAPS.has(at(account.cards, -1).answers.join()));
  for (const account of swapped.slice(0, Math.max(0, 6 - moved))) {
    const answers = SWAPS.get(at(account.cards, -1).answers.join()) ?? at(account.cards, -1).answers;
    account.cards.push({ day: cardDay(account.id, "2026-11"), answers });
  }
}

/** Answers and others of the same people band. */
const SWAPS = new Map<string, Answers>([
  ["active,active,in_development", ["active", "active", "defensible"]],
  ["active,active,defensible", ["active", "active", "in_development"]],
]);

function toneChanges(account: Blueprint): boolean {
  const tones = account.cards.slice(-2).map(({ answers }) => toneOf(answers));
  return tones[0] !== tones[1];
}

/** A chain of terms: those before, one that ends with each decision, and the one now in force. */
function termsOf(plan: Plan, since: number, size: { seats: number; arrCents: number }, random: Random): Term[] {
  const terms: Term[] = [];
  const year = 365;
  const add = (startsOn: number, endsOn: number, factor: number) => {
    const before = terms.at(-1) ?? { arrCents: size.arrCents, seats: size.seats };
    const arrCents = Math.round((before.arrCents * factor) / 10_000) * 10_000;
    const seats = factor > 0.99 && factor < 1.06 ? before.seats : Math.max(5, Math.round(before.seats * factor));
    terms.push({ startsOn, endsOn, arrCents, seats });
  };
  let from = since;
  for (const [index, { decision }] of plan.designs.entries()) {
    const previous = plan.designs[index - 1]?.decision;
    if (!previous && decision.effectiveOn - from > 2.4 * year) {
      add(from, decision.effectiveOn - year - 1, 0.85);
      from = decision.effectiveOn - year;
      add(from, decision.effectiveOn - 1, 1 / 0.85);
    } else add(from, decision.effectiveOn - 1, previous?.factor ?? 1);
    from = decision.effectiveOn;
    if (decision.kind === "churned") return terms;
  }
  const factor = plan.designs.at(-1)?.decision.factor ?? 1;
  if (plan.designs.length === 0 && since < START - 400) {
    const renewed = random.int(START - 330, START - 2);
    add(from, renewed - 1, 0.8);
    from = renewed;
    add(from, Math.max(from + 3 * year, today + random.int(30, 300)) - 1, 1.25);
    return terms;
  }
  let years = 1;
  while (from + years * year <= today + 14) years++;
  if (random.chance(0.25)) years++;
  add(from, from + years * year - 1, factor);
  return terms;
}

/** csm@ has 40 accounts and one colleague 80, am@ 80; losses lie with the others, most with the optimist. */
function assignOwners(blueprints: Blueprint[], plans: Plan[], random: Random): void {
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
    at(plans, index).designs.some(({ decision, peopleBefore }) => isBad(decision) && peopleBefore === "green");
  const optimistic = indexes.filter(missed);
  const others = random.shuffle(stays.filter((index) => !missed(index)));
  const forAm = [...named.filter((index) => STORIES[index]?.am === AMS[0]), ...others].slice(0, 80);
  for (const index of forAm) at(blueprints, index).amId = AMS[0];
  const [optimist, ...careful] = AMS.slice(1);
  for (const index of [...optimistic.slice(0, 8), Number(cobalt)]) at(blueprints, index).amId = OPTIMIST;
  const open = random.shuffle(blueprints.map((_, i) => i).filter((index) => at(blueprints, index).amId === 0));
  const lossy = open.filter((index) => at(plans, index).designs.some(({ decision }) => isBad(decision)));
  const turns = [...careful, ...careful, optimist ?? OPTIMIST];
  for (const [i, index] of lossy.entries()) at(blueprints, index).amId = at(turns, i % turns.length);
  const calm = open.filter((index) => at(blueprints, index).amId === 0);
  for (const index of calm) {
    const books = AMS.slice(1).map((id) => ({ id, size: blueprints.filter(({ amId }) => amId === id).length }));
    at(blueprints, index).amId = books.reduce((least, book) => (book.size < least.size ? book : least)).id;
  }
}
