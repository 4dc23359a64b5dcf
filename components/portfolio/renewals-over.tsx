import { PLOT } from "@/components/charts/plot";
import type { Ladder } from "./prepare-renewals";

/** Today as a line, and brackets over the days that come soon, each to where its days end. */
export function RenewalsOver({ ladder: { today, brackets, rungs } }: { ladder: Ladder }) {
  const left = (at: number) => `calc(${PLOT.left}px + (100% - ${PLOT.left}px) * ${at / rungs.length})`;
  return (
    <div aria-hidden="true" className="pointer-events-none text-muted-foreground text-xs">
      <span
        className="absolute border-foreground border-l border-dashed"
        style={{ left: left(today), top: 4, height: 16 + PLOT.top + PLOT.height }}
      />
      <span className="absolute top-0 -translate-x-full pr-1 max-md:hidden" style={{ left: left(today) }}>
        Today
      </span>
      {brackets.map(({ at, words }, i) => (
        <span
          key={words}
          className="absolute top-0 flex justify-end whitespace-pre border-input border-r pr-1 leading-4 max-md:pr-0.5"
          style={{
            left: left(brackets[i - 1]?.at ?? today),
            width: `calc((100% - ${PLOT.left}px) * ${(at - (brackets[i - 1]?.at ?? today)) / rungs.length})`,
          }}
        >
          {words.split(" ")[0]}
          <span className={i < brackets.length - 1 ? "max-md:hidden" : "max-md:absolute max-md:left-full"}>
            {" "}
            {words.split(" ")[1]}
          </span>
        </span>
      ))}
    </div>
  );
}
