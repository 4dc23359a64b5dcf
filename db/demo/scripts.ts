import { dayNumber } from "@/lib/core/calendar";
import type { Spell } from "./archetypes";
import { at } from "./at";
import type { Decision, Tone } from "./blueprint";
import { type Design, designDecisions } from "./decisions";
import type { Random } from "./prng";
import { STORIES } from "./stories";
import { ACCOUNTS, FIRST_GENERIC, quarterStart, START, today } from "./window";

const NEW_MODEL = dayNumber("2025-12-01");

/** What is decided about an account before its details: its people band over time, its behaviour, its decisions. */
export type Script = {
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

/** What is to happen to each of the 240 accounts: 124 decisions given out, the rest filled up to the counts. */
export function scriptsOf(random: Random): Script[] {
  const designs = designDecisions(random);
  const order = random.shuffle(Array.from({ length: ACCOUNTS - FIRST_GENERIC }, (_, i) => FIRST_GENERIC + i));
  const scripts = Array.from({ length: ACCOUNTS }, (_, index): Script => emptyScript(index, random));
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
    const script = at(scripts, order.pop() as number);
    script.designs = twice.has(design) ? [design, twice.get(design) as Design] : [design];
    script.isBusy = design.isBusy;
    scriptDecision(script, design, random);
  }
  scriptOthers(
    order.map((index) => at(scripts, index)),
    scripts,
    random,
  );
  return scripts;
}

function emptyScript(index: number, random: Random): Script {
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

export function isBad(decision: Decision): boolean {
  return decision.kind === "churned" || decision.kind === "downsold";
}

function scriptDecision(script: Script, design: Design, random: Random): void {
  const { decision, peopleBefore, behaved } = design;
  const start = START - 60;
  const cut = decision.decidedOn - 90;
  if (peopleBefore === "green") {
    if (behaved !== "green") {
      script.behaviour.push({ day: cut - random.int(60, 110), tone: behaved });
      if (decision.kind !== "churned")
        script.behaviour.push({ day: decision.effectiveOn + random.int(20, 70), tone: "green" });
    }
  } else {
    const isOld = random.chance(0.55) || cut - 120 < START + 30;
    const fall = isOld ? start : cut - random.int(40, 110);
    if (isOld) script.tones = [];
    script.tones.push({ day: fall, tone: peopleBefore === "red" && !isOld ? "yellow" : peopleBefore });
    if (peopleBefore === "red" && !isOld) script.tones.push({ day: Math.min(cut - 5, fall + 62), tone: "red" });
    script.behaviour =
      behaved === "green"
        ? script.behaviour
        : script.tones.map(({ day, tone }) => ({ day: day - random.int(5, 35), tone }));
    if (decision.kind !== "churned" && decision.decidedOn < quarterStart - 90) {
      const back = decision.effectiveOn + random.int(20, 60);
      if (back < quarterStart - 50 && random.chance(isBad(decision) ? 0.5 : 0.8)) {
        script.tones.push({ day: back, tone: "green" });
        script.behaviour.push({ day: back - 20, tone: "green" });
      }
    }
  }
  if (decision.kind === "churned") script.slides.push({ day: decision.decidedOn - 50, over: 75, to: 0.45 });
}

function toneOn(spells: readonly Spell[], day: number): Tone {
  let tone = at(spells, 0).tone;
  for (const spell of spells) if (spell.day <= day) tone = spell.tone;
  return tone;
}

/** Accounts without a decision: their bands fill up the counts at the start of the last fiscal quarter. */
function scriptOthers(free: Script[], scripts: Script[], random: Random): void {
  const inBookThen = scripts.filter((script) => script.designs.length > 0 && !isGone(script, quarterStart));
  const decidedGreen = inBookThen.filter((script) => toneOn(script.tones, quarterStart) === "green").length;
  const pool = [...free];
  const take = (count: number) => pool.splice(0, count);
  const storiesGreen = Object.values(STORIES).filter((story) => story.greenAtQuarterStart).length;
  const awkwardGreen = 7;
  for (const script of take(8)) {
    script.joined = today - random.int(12, 85);
    setTone(script, random.chance(0.4) ? "yellow" : "green", START - 60);
  }
  for (const script of take(5)) {
    script.joined = quarterStart - random.int(8, 80);
    setTone(script, "yellow", START - 60);
  }
  for (const script of take(121 - decidedGreen - storiesGreen - awkwardGreen)) scriptGreen(script, random);
  for (const script of take(5)) {
    setTone(script, "yellow", START - 60);
    const back = quarterStart + random.int(20, 60);
    script.tones.push({ day: back, tone: "green" });
    script.behaviour.push({ day: back - 40, tone: "green" });
  }
  for (const [i, script] of pool.entries()) scriptBelow(script, i, random);
  for (const script of scripts)
    if (script.index >= 10 && script.index < FIRST_GENERIC)
      setTone(script, script.index < 17 ? "green" : "yellow", START - 60);
  scriptLastQuarter(scripts, random);
}

function isGone(script: Script, day: number): boolean {
  return script.designs.some(({ decision }) => decision.kind === "churned" && decision.effectiveOn <= day);
}

function setTone(script: Script, tone: Tone, day: number): void {
  script.tones = [{ day, tone }];
  script.behaviour = [{ day, tone }];
}

function scriptGreen(script: Script, random: Random): void {
  setTone(script, "green", START - 60);
  if (random.chance(0.3)) {
    const back = random.int(START + 120, quarterStart - 60);
    setTone(script, "yellow", START - 60);
    script.tones.push({ day: back, tone: "green" });
    script.behaviour.push({ day: back - 25, tone: "green" });
  } else if (random.next() < 0.3) script.joined = random.int(START + 30, quarterStart - 120);
}

function scriptBelow(script: Script, i: number, random: Random): void {
  const tone: Tone = i % 3 === 0 ? "red" : "yellow";
  setTone(script, tone, START - 60);
  if (random.chance(0.3)) {
    const fall = i % 5 === 0 ? random.int(NEW_MODEL + 20, quarterStart - 40) : random.int(START + 90, NEW_MODEL - 40);
    setTone(script, "green", START - 60);
    script.tones.push({ day: fall, tone: "yellow" });
    script.behaviour.push({ day: fall - 20, tone: "yellow" });
    if (tone === "red") {
      script.tones.push({ day: fall + 70, tone: "red" });
      script.behaviour.push({ day: fall + 55, tone: "red" });
    }
  } else if (i % 8 === 1) script.joined = random.int(START + 30, quarterStart - 150);
  if (i % 9 === 2) {
    const day = quarterStart + random.int(20, 70);
    const next: Tone = tone === "red" ? "yellow" : "red";
    script.tones.push({ day, tone: next });
    script.behaviour.push({ day: day - 15, tone: next });
  }
}

/** Thirteen more falls beside orbit-foods and vela-health: ten mid-market customers on the new version, three others. */
function scriptLastQuarter(scripts: Script[], random: Random): void {
  const steady = scripts.filter(
    (script) =>
      script.index >= FIRST_GENERIC &&
      script.tones.length === 1 &&
      at(script.tones, 0).tone === "green" &&
      (script.joined === null || script.joined < quarterStart - 100) &&
      script.designs.every(({ decision }) => decision.decidedOn < quarterStart - 60 && !isBad(decision)),
  );
  for (const [i, script] of random.shuffle(steady).slice(0, 18).entries()) {
    script.isMidMarket = i < 10 || i >= 13;
    script.version = i < 10 || i >= 13 ? "v5" : "v4";
    if (i >= 13) continue;
    const fall = quarterStart + at([24, 52, 80], i % 3);
    script.tones.push({ day: fall, tone: "yellow" });
    script.behaviour.push({ day: fall - 25, tone: "yellow" });
    if (i < 10)
      script.slides.push({ day: quarterStart + 8 + random.int(0, 20), over: 70, to: random.between(0.76, 0.86) });
  }
}
