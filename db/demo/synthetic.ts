import { answersOf, latentOf, type Spell, usageOf } from "./archetypes";
import { at } from "./at";
import type { Blueprint, Segment, Tone } from "./blueprint";
import { sizeOf } from "./money-size";
import { companyName, INDUSTRIES, slugOf } from "./names";
import { AMS, CSMS } from "./people";
import { randomOf } from "./prng";
import { cardDay } from "./scorecards";
import { dayText, today } from "./window";

/** An account for benchmarks, by its number alone, so that a hundred thousand never stand in memory at once. */
export function syntheticOf(index: number, from: number): Blueprint {
  const random = randomOf(index, 41);
  const id = index + 1;
  const industry = at(INDUSTRIES, index % INDUSTRIES.length);
  const name = companyName(index, industry);
  const draw = random.next();
  const segment: Segment = draw < 0.2 ? "Enterprise" : draw < 0.62 ? "Mid-market" : "SMB";
  const first: Tone = random.chance(0.58) ? "green" : random.chance(0.68) ? "yellow" : "red";
  const spells: Spell[] = [{ day: from - 60, tone: first }];
  if (random.chance(0.15))
    spells.push({ day: random.int(from + 10, today - 5), tone: first === "yellow" ? "green" : "yellow" });
  const customerSince = from - random.int(1, 900);
  const isBusy = random.chance(0.6);
  const level = isBusy ? random.between(0.66, 0.78) : random.between(0.38, 0.5);
  const startsOn = Math.max(customerSince, today - random.int(20, 340));
  return {
    id,
    name,
    slug: `${slugOf(name)}-${id}`,
    industry: industry.name,
    region: random.pick(["EMEA", "North America", "APAC", "LATAM"]),
    segment,
    source: "Outbound",
    productVersion: random.chance(0.2) ? "v5" : "v4",
    parentId: null,
    customerSince,
    leavesOn: null,
    csmId: at(CSMS, index % CSMS.length),
    amId: at(AMS, index % AMS.length),
    currency: "USD",
    terms: [{ startsOn, endsOn: startsOn + 364, ...sizeOf(segment, random) }],
    autoRenew: true,
    noticeDays: 30,
    usage: usageOf({ level, since: customerSince, from, to: today }, spells, [], random),
    weekend: industry.weekend,
    depth: isBusy ? 0.75 : 0.3,
    season: industry.season,
    silent: null,
    attendance: latentOf("attendance", spells, random),
    load: latentOf("load", spells, random),
    onTime: latentOf("onTime", spells, random),
    met: latentOf("met", spells, random),
    mood: latentOf("mood", spells, random),
    cards: spells.map(({ day, tone }, i) => ({
      day: i === 0 ? day : cardDay(id, dayText(day).slice(0, 7)),
      answers: answersOf(tone, segment, random),
    })),
    cardsEnd: null,
    decisions: [],
    billing: "monthly",
    headcountGrowth: random.between(-0.08, 0.16),
    championLeft: null,
  };
}
