"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useMemo } from "react";
import { type AlluvialLink, type AlluvialNode, type FlowKind, NODE_WIDTH, prepareAlluvial } from "./prepare-alluvial";

interface Props {
  steps: Parameters<typeof prepareAlluvial>[0];
  unit: "accounts" | "arr";
  /** What the chart says, and what each day is called, from left to right. */
  title: string;
  days: readonly string[];
  /** What a place held: "Green 113 (−8)". */
  labelOf: (node: AlluvialNode) => string;
  nameOf: (link: AlluvialLink) => string;
  hrefOf: (link: AlluvialLink) => string;
  width?: number;
  height?: number;
}

const TONE_FILLS: Record<number, string> = { 3: "var(--band-green)", 2: "var(--band-yellow)", 1: "var(--band-red)" };
const LOOKS: Record<FlowKind, { stroke: string; strokeOpacity: number }> = {
  down: { stroke: "var(--foreground)", strokeOpacity: 0.55 },
  up: { stroke: "var(--gain)", strokeOpacity: 0.55 },
  stayed: { stroke: "var(--input)", strokeOpacity: 0.18 },
  apart: { stroke: "var(--input)", strokeOpacity: 0.4 },
};
const [SIDE, HEAD, FOOT] = [112, 24, 8];

/** Who moved between bands: places as blocks, accounts as bands between them. Tab enters, arrows move, Enter opens the accounts. */
export function AlluvialChart(props: Props) {
  const { steps, unit, title, days, labelOf, nameOf, hrefOf, width = 620, height = 300 } = props;
  const router = useRouter();
  const id = useId();
  const { nodes, links } = useMemo(
    () => prepareAlluvial(steps, unit, { left: SIDE, top: HEAD, right: width - SIDE, bottom: height - FOOT }),
    [steps, unit, width, height],
  );
  const last = days.length - 1;
  const entry = Math.max(
    links.findIndex(({ kind }) => kind === "down"),
    0,
  );
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const all = [...(event.currentTarget.closest("svg")?.querySelectorAll<SVGAElement>("a") ?? [])];
    const next = step && all[all.indexOf(event.currentTarget as SVGAElement) + step];
    if (!next) return;
    event.preventDefault();
    event.currentTarget.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="mx-auto h-auto w-full"
      style={{ maxWidth: 1.2 * width }}
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      {days.map((day, stage) => (
        <text
          key={day}
          x={SIDE + (stage / last) * (width - 2 * SIDE)}
          y={12}
          textAnchor={stage === 0 ? "start" : stage === last ? "end" : "middle"}
          className="fill-muted-foreground text-xs"
        >
          {day}
        </text>
      ))}
      {links.map((link, i) => (
        <a
          key={`${link.stage} ${link.from} ${link.to} ${link.rescored}`}
          href={hrefOf(link)}
          tabIndex={i === entry ? 0 : -1}
          aria-label={nameOf(link)}
          className="outline-none [&:focus-visible>.ring]:opacity-100 [&:hover>.flow]:[stroke-opacity:0.8]"
          onKeyDown={move}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            router.push(hrefOf(link));
          }}
        >
          <title>{nameOf(link)}</title>
          <path d={link.path} className="ring fill-none stroke-ring opacity-0" strokeWidth={link.width + 6} />
          <path
            d={link.path}
            className="flow fill-none"
            strokeWidth={link.width}
            strokeDasharray={link.rescored ? "4 3" : undefined}
            {...LOOKS[link.kind]}
          />
        </a>
      ))}
      {nodes.map((node) => (
        <g key={`${node.stage} ${node.place}`}>
          <rect
            x={node.x}
            y={node.y}
            width={NODE_WIDTH}
            height={node.height}
            fill={TONE_FILLS[node.place] ?? "var(--card)"}
            stroke={node.place > 0 ? "none" : "var(--band-none)"}
            strokeDasharray={node.place > 0 ? undefined : "3 2"}
          />
          <text
            x={node.stage === 0 ? node.x - 6 : node.x + NODE_WIDTH + 6}
            y={node.y + node.height / 2}
            dy="0.35em"
            textAnchor={node.stage === 0 ? "end" : "start"}
            className="fill-foreground stroke-card text-xs [paint-order:stroke]"
            strokeWidth={3}
          >
            {labelOf(node)}
          </text>
        </g>
      ))}
    </svg>
  );
}
