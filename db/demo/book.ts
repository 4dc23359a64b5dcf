import { answersOf, type Latent, latentOf, type Spell, usageOf } from "./archetypes";
import { applyAwkward } from "./awkward";
import type { Blueprint, CardChange, Segment } from "./blueprint";
import { termsOf } from "./chain-terms";
import { sizeOf } from "./money-size";
import { companyName, INDUSTRIES, slugOf } from "./names";
import { leaveCardsOpen } from "./open-cards";
import { assignOwners } from "./owners";
import { type Random, randomOf } from "./prng";
import { cardDay } from "./scorecards";
import { type Script, scriptsOf } from "./scripts";
import { applyStories } from "./stories";
import { dayText, START, today } from "./window";

const REGIONS = ["EMEA", "EMEA", "North America", "North America", "APAC", "LATAM"] as const;
const SOURCES = ["Referral", "Outbound", "Partner", "Web", "Event"] as const;

/** The demo company: 240 accounts whose people bands at the start and end of the last fiscal quarter are counted out, so that
 * 121 are green at its start and 15 of these yellow at its end. */
export function bookOf(): Blueprint[] {
  const random = randomOf(20261130);
  const scripts = scriptsOf(random);
  const blueprints = scripts.map((script) => blueprintOf(script, randomOf(script.index, 7)));
  assignOwners(blueprints, scripts, random);
  applyAwkward(blueprints);
  applyStories(blueprints);
  leaveCardsOpen(blueprints, random);
  return blueprints;
}

function blueprintOf(script: Script, random: Random): Blueprint {
  const id = script.index + 1;
  const industry = random.pick(INDUSTRIES);
  const name = companyName((script.index * 37) % 416, industry);
  const draw = random.next();
  const segment: Segment = script.isMidMarket
    ? "Mid-market"
    : draw < 0.2
      ? "Enterprise"
      : draw < 0.55 && script.isMidMarket !== false
        ? "Mid-market"
        : draw < 0.62
          ? "Enterprise"
          : "SMB";
  const customerSince = script.joined ?? START - random.int(120, 1100);
  const churn = script.designs.find(({ decision }) => decision.kind === "churned")?.decision;
  const cards = cardChanges(id, script.tones, segment, random);
  const share = script.isBusy ? random.between(0.77, 0.9) : random.between(0.46, 0.57);
  const level = (share * (5 + 2 * industry.weekend)) / 7;
  const held = (latent: Latent, low: number, high: number) => {
    const curve = latentOf(latent, script.behaviour, random);
    return overlooked(script)
      ? curve.map(([day, value]) => [day, Math.min(high, Math.max(low, value))] as const)
      : curve;
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
      script.version ?? (segment === "Mid-market" && random.chance(0.8) ? "v4" : random.chance(0.12) ? "v5" : "v4"),
    parentId: null,
    customerSince,
    leavesOn: churn ? churn.effectiveOn : null,
    csmId: 0,
    amId: 0,
    currency: "USD",
    terms: termsOf(script, customerSince, sizeOf(segment, random), random),
    autoRenew: random.chance(0.65),
    noticeDays: segment === "SMB" ? 30 : random.pick([30, 60, 90]),
    usage: usageOf({ level, ...ends }, script.behaviour, script.slides, random),
    weekend: industry.weekend,
    depth: script.isBusy ? random.between(0.62, 0.92) : random.between(0.16, 0.36),
    season: industry.season,
    silent: null,
    attendance: held("attendance", 0.76, 1),
    load: held("load", 0, 1.6),
    onTime: latentOf("onTime", script.behaviour, random),
    met: held("met", 0.8, 1),
    mood: latentOf("mood", script.behaviour, random),
    cards,
    cardsEnd: null,
    decisions: script.designs.map(({ decision }) => decision),
    billing: segment === "SMB" || random.chance(0.4) ? "monthly" : "quarterly",
    headcountGrowth: random.between(-0.08, 0.16),
    championLeft: null,
  };
}

/** Green by the people while behaving worse: nothing that would catch the eye. */
function overlooked(script: Script): boolean {
  return script.designs.some((design) => design.peopleBefore === "green" && design.behaved !== "green");
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
