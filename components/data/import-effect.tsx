import { BandBadge } from "@/components/health/band-badge";
import { Card } from "@/components/ui/card";
import type { Tone } from "@/lib/core/health/bands";
import type { ScoreEffect } from "@/lib/core/import-ledger";
import { countText } from "@/lib/format";

/** What an import would do to the bands that people see. */
export function ImportEffect({ effect }: { effect: ScoreEffect }) {
  const { accounts, moves, changeBand, why } = effect;
  return (
    <Card title={changeBand === null ? "Scores follow after the import" : titleOf(changeBand)}>
      <p className="text-muted-foreground">
        {countText(accounts)} {accounts === 1 ? "account gets" : "accounts get"} data from this import.{" "}
        {why
          ? `${why.charAt(0).toUpperCase()}${why.slice(1)}.`
          : "History is replayed and they are rescored by themselves."}
      </p>
      {moves && moves.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
          {moves.map(({ from, to, accounts: moved }) => (
            <li key={`${from}:${to}`} className="flex items-center gap-2">
              <span className="font-medium">{countText(moved)}</span>
              <BandBadge tone={toneOf(from)} />
              <span aria-hidden>→</span>
              <span className="sr-only">to</span>
              <BandBadge tone={toneOf(to)} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function titleOf(count: number): string {
  if (count === 0) return "No account changes band";
  return `${countText(count)} ${count === 1 ? "account changes" : "accounts change"} band`;
}

function toneOf(band: string): Tone | null {
  return band === "green" || band === "yellow" || band === "red" ? band : null;
}
