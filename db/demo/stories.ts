import { type Day, dayNumber } from "@/lib/core/calendar";
import { at } from "./at";
import type { Answers, Blueprint, CardChange, Decision, Segment } from "./blueprint";
import type { Curve } from "./curve";
import { industryNamed } from "./names";
import { AMS, OPTIMIST } from "./people";

const d = dayNumber;
const START = d("2024-10-01");

type Story = {
  slug: string;
  name: string;
  am: number;
  greenAtQuarterStart: boolean;
  industry: string;
  region: string;
  segment: Segment;
  since: Day;
  seats: number;
  arrCents: number;
  term: readonly [from: Day, to: Day];
  autoRenew: boolean;
  noticeDays: number;
  depth: number;
  usage: Curve;
  attendance: Curve;
  load: Curve;
  onTime: Curve;
  met: Curve;
  mood: Curve;
  cards: readonly (readonly [day: Day, answers: Answers, note?: string])[];
  more?: Partial<Blueprint>;
};

const flat = (value: number): Curve => [[START, value]];
/** Values by date: flat before the first, straight lines between, flat after the last. */
const path = (...points: ReadonlyArray<readonly [Day, number]>): Curve =>
  points.map(([day, value]) => [d(day), value] as const);

const decision = (
  kind: Decision["kind"],
  decidedOn: Day,
  effectiveOn: Day,
  cause: string | null,
  factor: number,
): Decision => ({
  kind,
  decidedOn: d(decidedOn),
  effectiveOn: d(effectiveOn),
  cause,
  avoidable: cause === null ? null : false,
  factor,
});

const BEST: Answers = ["active", "active", "defensible"];

/** The accounts that tell the product's stories, by their number in the book. */
export const STORIES: Record<number, Story> = {
  0: {
    slug: "northwind-freight",
    name: "Northwind Freight",
    am: AMS[0],
    greenAtQuarterStart: false,
    industry: "Logistics",
    region: "EMEA",
    segment: "Enterprise",
    since: "2021-01-28",
    seats: 460,
    arrCents: 41_200_000,
    term: ["2024-01-28", "2027-01-27"],
    autoRenew: true,
    noticeDays: 30,
    depth: 0.86,
    usage: flat(0.956),
    attendance: path(["2026-08-20", 0.97], ["2026-10-10", 0.8]),
    load: flat(0.15),
    onTime: flat(1),
    met: flat(0.92),
    mood: flat(0.8),
    cards: [
      ["2024-10-01", ["active", "active", "defensible"]],
      ["2026-02-20", ["active", "lapsed", "defensible"], "Last met the COO in November"],
      ["2026-09-21", ["missing", "none", "in_development"], "Head of Operations left on 30 August, nobody named since"],
    ],
    more: { championLeft: d("2026-08-30"), weekend: 0.94, season: 0.15 },
  },
  1: {
    slug: "helio-grid",
    name: "Helio Grid",
    am: AMS[0],
    greenAtQuarterStart: false,
    industry: "Energy",
    region: "EMEA",
    segment: "Enterprise",
    since: "2023-03-01",
    seats: 520,
    arrCents: 28_600_000,
    term: ["2024-03-01", "2027-02-28"],
    autoRenew: false,
    noticeDays: 60,
    depth: 0.4,
    usage: path(["2026-05-01", 0.63], ["2026-09-15", 0.455], ["2026-11-30", 0.407]),
    attendance: flat(0.9),
    load: path(["2026-06-01", 2.5], ["2026-09-10", 13.4]),
    onTime: flat(1),
    met: path(["2026-04-01", 0.8], ["2026-08-15", 0.5]),
    mood: path(["2026-06-01", 0.7], ["2026-09-01", 0.5]),
    cards: [
      ["2024-10-01", ["active", "active", "in_development"]],
      ["2026-07-20", ["at_risk", "active", "in_development"], "The programme lead is swamped by the migration"],
      [
        "2026-10-12",
        ["active", "active", "in_development"],
        "Migration to the new plants until January; talks on three times the sites, board paper dated 3 December",
      ],
    ],
  },
  2: {
    slug: "quill-and-co",
    name: "Quill & Co",
    am: AMS[0],
    greenAtQuarterStart: true,
    industry: "Professional services",
    region: "EMEA",
    segment: "Mid-market",
    since: "2025-03-03",
    seats: 180,
    arrCents: 9_400_000,
    term: ["2025-03-03", "2028-03-02"],
    autoRenew: true,
    noticeDays: 90,
    depth: 0.8,
    usage: path(
      ["2025-03-03", 0.05],
      ["2025-04-01", 0.2],
      ["2025-05-12", 0.64],
      ["2025-06-20", 0.7],
      ["2026-08-20", 0.705],
      ["2026-11-30", 0.588],
    ),
    attendance: path(["2026-09-01", 0.97], ["2026-10-10", 0.82]),
    load: path(["2026-06-20", 0.3], ["2026-08-01", 1.6], ["2026-10-20", 2.8]),
    onTime: flat(1),
    met: path(["2026-06-10", 0.85], ["2026-09-01", 0.8], ["2026-11-01", 0.75]),
    mood: path(["2026-05-01", 0.86], ["2026-11-01", 0.64]),
    cards: [
      ["2024-10-01", BEST],
      ["2026-10-21", ["active", "active", "in_development"], "The old result no longer convinces; new target agreed"],
    ],
  },
  3: {
    slug: "kestrel-bank",
    name: "Kestrel Bank",
    am: AMS[2],
    greenAtQuarterStart: false,
    industry: "Financial services",
    region: "North America",
    segment: "Enterprise",
    since: "2022-09-01",
    seats: 640,
    arrCents: 52_000_000,
    term: ["2024-09-01", "2027-08-31"],
    autoRenew: false,
    noticeDays: 90,
    depth: 0.4,
    usage: path(["2026-02-01", 0.66], ["2026-07-01", 0.47], ["2026-11-30", 0.43]),
    attendance: path(["2026-02-01", 0.85], ["2026-06-01", 0.5]),
    load: path(["2026-02-01", 2], ["2026-05-20", 7]),
    onTime: path(["2026-02-01", 1], ["2026-06-01", 0.78]),
    met: path(["2026-01-01", 0.8], ["2026-06-01", 0.5]),
    mood: path(["2026-02-01", 0.7], ["2026-06-01", 0.35]),
    cards: [
      ["2024-10-01", ["active", "active", "in_development"]],
      ["2026-03-20", ["at_risk", "lapsed", "in_development"], "Two reviews moved by the bank"],
      ["2026-05-30", ["missing", "none", "in_development"], "Champion moved to the Dallas site; new CIO not met"],
    ],
  },
  4: {
    slug: "vela-health",
    name: "Vela Health",
    am: AMS[0],
    greenAtQuarterStart: true,
    industry: "Health",
    region: "EMEA",
    segment: "Enterprise",
    since: "2023-05-15",
    seats: 380,
    arrCents: 23_500_000,
    term: ["2024-05-15", "2027-05-14"],
    autoRenew: true,
    noticeDays: 60,
    depth: 0.66,
    usage: path(["2026-10-10", 0.73], ["2026-11-30", 0.66]),
    attendance: path(["2026-09-20", 0.95], ["2026-11-01", 0.72]),
    load: path(["2026-10-10", 0.4], ["2026-11-15", 2.8]),
    onTime: flat(0.98),
    met: flat(0.8),
    mood: path(["2026-10-01", 0.8], ["2026-11-20", 0.6]),
    cards: [
      ["2024-10-01", ["active", "active", "in_development"]],
      ["2026-11-22", ["at_risk", "lapsed", "in_development"], "Champion is moving to the group's other hospital"],
    ],
  },
  5: {
    slug: "orbit-foods",
    name: "Orbit Foods",
    am: AMS[0],
    greenAtQuarterStart: true,
    industry: "Manufacturing",
    region: "EMEA",
    segment: "Mid-market",
    since: "2022-11-01",
    seats: 210,
    arrCents: 12_800_000,
    term: ["2024-11-01", "2027-10-31"],
    autoRenew: true,
    noticeDays: 90,
    depth: 0.72,
    usage: path(["2026-10-12", 0.7], ["2026-11-30", 0.5]),
    attendance: path(["2026-09-20", 0.97], ["2026-10-12", 0.55]),
    load: path(["2026-10-15", 0.3], ["2026-11-10", 6.2]),
    onTime: flat(1),
    met: flat(0.86),
    mood: path(["2026-10-01", 0.8], ["2026-11-15", 0.5]),
    cards: [
      ["2024-10-01", ["active", "active", "in_development"]],
      [
        "2026-11-11",
        ["at_risk", "active", "in_development"],
        "Plant managers complain about v5, the champion is on the defensive",
      ],
    ],
    more: { productVersion: "v5" },
  },
  6: {
    slug: "lumen-retail",
    name: "Lumen Retail",
    am: AMS[0],
    greenAtQuarterStart: false,
    industry: "Retail",
    region: "North America",
    segment: "Mid-market",
    since: "2023-02-01",
    seats: 140,
    arrCents: 7_900_000,
    term: ["2024-02-01", "2027-01-31"],
    autoRenew: true,
    noticeDays: 30,
    depth: 0.6,
    usage: path(["2026-06-20", 0.72], ["2026-08-20", 0.58], ["2026-10-20", 0.74]),
    attendance: path(["2026-06-20", 0.95], ["2026-08-01", 0.6], ["2026-09-01", 1]),
    load: path(["2026-06-20", 0.4], ["2026-08-10", 3.2], ["2026-10-01", 0.5]),
    onTime: flat(1),
    met: path(["2026-06-01", 0.9], ["2026-08-10", 0.75], ["2026-09-10", 0.9]),
    mood: path(["2026-06-20", 0.8], ["2026-08-10", 0.55], ["2026-10-10", 0.85]),
    cards: [
      ["2024-10-01", ["active", "active", "in_development"]],
      ["2026-08-20", ["at_risk", "active", "in_development"], "New store head has not taken up the tool"],
      ["2026-10-13", BEST, "Champion ran the autumn training himself; stock-outs down 11%, shared with the stores"],
    ],
  },
  7: {
    slug: "tundra-labs",
    name: "Tundra Labs",
    am: AMS[3],
    greenAtQuarterStart: false,
    industry: "Software",
    region: "EMEA",
    segment: "SMB",
    since: "2023-10-01",
    seats: 38,
    arrCents: 2_100_000,
    term: ["2025-01-01", "2027-12-31"],
    autoRenew: true,
    noticeDays: 30,
    depth: 0.5,
    usage: flat(0.55),
    attendance: flat(0.66),
    load: flat(2.2),
    onTime: flat(0.85),
    met: flat(0.6),
    mood: flat(0.6),
    cards: [["2024-10-01", ["active", "lapsed", "in_development"]]],
    more: { silent: [d("2026-11-15"), d("2026-12-31")], cardsEnd: d("2026-09-01") },
  },
  8: {
    slug: "cobalt-air",
    name: "Cobalt Air",
    am: OPTIMIST,
    greenAtQuarterStart: false,
    industry: "Travel",
    region: "North America",
    segment: "Enterprise",
    since: "2022-08-01",
    seats: 410,
    arrCents: 31_000_000,
    term: ["2023-07-31", "2026-07-30"],
    autoRenew: false,
    noticeDays: 60,
    depth: 0.8,
    usage: path(["2026-05-20", 0.82], ["2026-07-30", 0.5]),
    attendance: path(["2026-04-20", 0.96], ["2026-07-20", 0.6]),
    load: flat(0.6),
    onTime: flat(1),
    met: flat(0.92),
    mood: flat(0.8),
    cards: [["2024-10-01", BEST]],
    more: {
      leavesOn: d("2026-07-31"),
      decisions: [decision("churned", "2026-06-10", "2026-07-31", "competitor or market", 0)],
    },
  },
  9: {
    slug: "pine-systems",
    name: "Pine Systems",
    am: AMS[2],
    greenAtQuarterStart: false,
    industry: "Software",
    region: "North America",
    segment: "Mid-market",
    since: "2022-09-01",
    seats: 120,
    arrCents: 6_600_000,
    term: ["2023-09-01", "2026-08-31"],
    autoRenew: true,
    noticeDays: 30,
    depth: 0.2,
    usage: path(["2025-01-01", 0.44], ["2026-11-30", 0.4]),
    attendance: flat(0.42),
    load: flat(7),
    onTime: flat(0.72),
    met: flat(0.42),
    mood: flat(0.36),
    cards: [["2024-10-01", ["missing", "lapsed", "in_development"]]],
    more: { decisions: [decision("renewed", "2026-07-15", "2026-09-01", null, 1)] },
  },
};

export function applyStories(book: Blueprint[]): void {
  for (const [index, story] of Object.entries(STORIES)) {
    const account = at(book, Number(index));
    const industry = industryNamed(story.industry);
    const term = { startsOn: d(story.term[0]), endsOn: d(story.term[1]), arrCents: story.arrCents, seats: story.seats };
    const before = {
      startsOn: d(story.since),
      endsOn: term.startsOn - 1,
      arrCents: Math.round(story.arrCents * 0.8),
      seats: Math.round(story.seats * 0.8),
    };
    const terms = before.endsOn > before.startsOn ? [before, term] : [term];
    const [last] = story.more?.decisions ?? [];
    if (last && last.kind !== "churned")
      terms.push({ ...term, startsOn: last.effectiveOn, endsOn: last.effectiveOn + 729 });
    const { slug, name, region, segment, autoRenew, noticeDays, depth, usage, attendance, load, onTime, met, mood } =
      story;
    Object.assign(account, {
      ...{
        slug,
        name,
        region,
        segment,
        autoRenew,
        noticeDays,
        depth,
        usage,
        attendance,
        load,
        onTime,
        met,
        mood,
        terms,
      },
      industry: story.industry,
      amId: story.am,
      customerSince: d(story.since),
      leavesOn: null,
      weekend: industry.weekend,
      season: industry.season * 0.8,
      productVersion: "v4",
      currency: "USD",
      decisions: [],
      billing: "monthly",
      championLeft: null,
      cards: story.cards.map(([day, answers, note], i): CardChange => ({ day: d(day), answers, exact: i > 0, note })),
      ...story.more,
    });
  }
}
