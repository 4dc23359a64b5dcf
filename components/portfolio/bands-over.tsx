import type { Column, VersionLine } from "@/components/charts/prepare-bands";

interface Props {
  /** Columns whose segments are outlined over those shown. */
  ghosts: readonly Column[] | null;
  versions: readonly VersionLine[];
}

/** What lies over the columns: the bands of another period as hollow outlines, and a dashed line at each version of the model. */
export function BandsOver({ ghosts, versions }: Props) {
  return (
    <>
      {ghosts?.flatMap(({ name, parts }, column) =>
        parts.map(({ tone, from, share }) => (
          <rect
            key={`${name} ${tone}`}
            x={column + 0.02}
            width={0.96}
            y={1 - from - share}
            height={share}
            className="fill-none stroke-foreground"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        )),
      )}
      {versions.map(({ version, at }) => (
        <line
          key={version}
          x1={at}
          x2={at}
          y1={0}
          y2={1}
          className="stroke-foreground"
          strokeWidth="1.5"
          strokeDasharray="4 3"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  );
}
