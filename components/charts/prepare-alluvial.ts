import { type SankeyLink, type SankeyNode, sankey } from "d3-sankey";
import type { Move } from "@/components/portfolio/prepare-migration";

type Unit = "accounts" | "arr";
export type FlowKind = "down" | "up" | "stayed" | "apart";
/** How many accounts a place held on a day, and what they were worth; `change` since the day before it. */
export type AlluvialNode = {
  stage: number;
  place: number;
  accounts: number;
  arrCents: number;
  change: number | null;
  /** How many come from there by the next day: of a place outside, those that join then. */
  next: number;
  x: number;
  y: number;
  height: number;
};
export type AlluvialLink = {
  /** The first of the two days it lies between. */
  stage: number;
  from: number;
  to: number;
  kind: FlowKind;
  rescored: boolean;
  accounts: number;
  arrCents: number;
  path: string;
  width: number;
};
export type Alluvial = { nodes: AlluvialNode[]; links: AlluvialLink[] };

/** From the top: green, yellow, red, no score, not in the book, elsewhere. */
const PLACES = [3, 2, 1, 0, -1, -2] as const;
export const NODE_WIDTH = 12;
const PADDING = 14;
const LEAST_STROKE = 1.5;

type Placed = { key: string; stage: number; place: number };
type Joined = { flow: Move; stage: number };

/** The flows between two to four days as places one below the other and bands between them, within a box. A place's figures are
 * its head-count and ARR on the day; flows without an account are dropped. Nothing where a day holds no account. */
export function prepareAlluvial(
  steps: readonly (readonly Move[])[],
  unit: Unit,
  box: { left: number; top: number; right: number; bottom: number },
): Alluvial {
  const size = (flow: Move) => (unit === "arr" ? arrOf(flow) : flow.accounts);
  const shown = steps.map((flows) => flows.filter((flow) => flow.accounts > 0 && !(flow.from < 0 && flow.to < 0)));
  const key = (stage: number, place: number) => `${stage}:${place}`;
  const stages = Array.from({ length: steps.length + 1 }, (_, stage) => stage);
  const used = (stage: number, place: number) =>
    (shown[stage]?.some(({ from }) => from === place) ?? false) ||
    (shown[stage - 1]?.some(({ to }) => to === place) ?? false);
  const nodes: Placed[] = stages.flatMap((stage) =>
    PLACES.filter((place) => used(stage, place)).map((place) => ({ key: key(stage, place), stage, place })),
  );
  const order = (place: number) => PLACES.indexOf(place as (typeof PLACES)[number]);
  const links = shown.flatMap((flows, stage) =>
    flows
      .toSorted(
        (a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to) || Number(a.rescored) - Number(b.rescored),
      )
      .map((flow) => ({
        flow,
        stage,
        source: key(stage, flow.from),
        target: key(stage + 1, flow.to),
        // What is worth nothing is still somebody: it gets a line of the least width.
        value: Math.max(size(flow), Number.MIN_VALUE),
      })),
  );
  const isHeld = (stage: number) => nodes.some((node) => node.stage === stage && node.place >= 0);
  if (!stages.every(isHeld)) return { nodes: [], links: [] };
  const graph = sankey<Placed, Joined>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => node.stage)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(PADDING)
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [box.left, box.top],
      [box.right, box.bottom],
    ])({ nodes, links });
  return {
    nodes: graph.nodes.map((node) => ({
      stage: node.stage,
      place: node.place,
      ...heldBy(shown, node.stage, node.place),
      x: node.x0 ?? 0,
      y: node.y0 ?? 0,
      height: Math.max((node.y1 ?? 0) - (node.y0 ?? 0), LEAST_STROKE),
    })),
    links: graph.links.map(linkOf),
  };
}

/** ARR is the end's; of accounts that left, the start's. */
function arrOf({ to, fromArrCents, toArrCents }: Move): number {
  return to < 0 ? fromArrCents : toArrCents;
}

function heldBy(steps: readonly (readonly Move[])[], stage: number, place: number) {
  const leaving = steps[stage]?.filter(({ from }) => from === place);
  const arriving = steps[stage - 1]?.filter(({ to }) => to === place);
  const sum = (flows: readonly Move[] | undefined, of: (flow: Move) => number) =>
    (flows ?? []).reduce((total, flow) => total + of(flow), 0);
  const [flows, arr]: [readonly Move[] | undefined, (flow: Move) => number] = arriving
    ? [arriving, (flow) => (place < 0 ? flow.fromArrCents : flow.toArrCents)]
    : [leaving, (flow) => (place < 0 ? flow.toArrCents : flow.fromArrCents)];
  const accounts = sum(flows, (flow) => flow.accounts);
  const before = steps[stage - 1]?.filter(({ from }) => from === place);
  return {
    accounts,
    arrCents: sum(flows, arr),
    next: sum(leaving, (flow) => flow.accounts),
    change: before && place >= 0 ? accounts - sum(before, (flow) => flow.accounts) : null,
  };
}

type Laid = SankeyLink<Placed, Joined>;

function linkOf({ flow, stage, source, target, y0 = 0, y1 = 0, width = 0 }: Laid): AlluvialLink {
  const [start, end] = [source as SankeyNode<Placed, Joined>, target as SankeyNode<Placed, Joined>];
  const [x0, x1] = [start.x1 ?? 0, end.x0 ?? 0];
  const middle = (x0 + x1) / 2;
  const at = (value: number) => Math.round(value * 10) / 10;
  const { from, to, rescored, accounts } = flow;
  return {
    ...{ stage, from, to, rescored, accounts },
    kind: kindOf(flow),
    arrCents: arrOf(flow),
    path: `M${at(x0)},${at(y0)}C${at(middle)},${at(y0)} ${at(middle)},${at(y1)} ${at(x1)},${at(y1)}`,
    width: Math.max(LEAST_STROKE, width),
  };
}

/** Red below yellow below green. What a new model moved, joined or left, or has no score on a side is no customer's move. */
function kindOf({ from, to, rescored }: Move): FlowKind {
  if (from === to && !rescored) return "stayed";
  if (rescored || from <= 0 || to <= 0) return "apart";
  return to < from ? "down" : "up";
}
