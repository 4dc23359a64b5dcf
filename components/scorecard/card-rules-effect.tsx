"use client";
import { useEffect, useState } from "react";
import { shownInteger } from "@/lib/core/health/rounding";
import type { CardRulesEffect, CardSettings } from "@/lib/core/scorecard/card-settings";
import { paths } from "@/lib/paths";

const PAUSE_MILLIS = 300;
const shown = (health: number | null) => (health === null ? "—" : String(shownInteger(health)));

/** What rules that are not saved yet would do today. */
export function RulesEffect({ tried }: { tried: CardSettings }) {
  const body = JSON.stringify(tried);
  const [found, setFound] = useState<{ of: string; effect: CardRulesEffect | string } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const failed = "The preview could not be made.";
    const timer = setTimeout(() => {
      fetch(paths.cardRulesEffect(), { method: "POST", body, signal: controller.signal })
        .then(async (response) => {
          const answer = (await response.json()) as { effect?: CardRulesEffect; title?: string };
          setFound({ of: body, effect: answer.effect ?? answer.title ?? failed });
        })
        .catch(() => {
          if (!controller.signal.aborted) setFound({ of: body, effect: failed });
        });
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [body]);
  const effect = found?.of === body ? found.effect : null;
  return (
    <section
      aria-live="polite"
      aria-label="What it would do today"
      className="rounded-control border bg-muted px-3 py-2"
    >
      {effect === null ? "Computing what it would do…" : typeof effect === "string" ? effect : <Words {...effect} />}
    </section>
  );
}

function Words({ accounts, exempt, quarterly, moves, largest }: CardRulesEffect) {
  return (
    <>
      <p className="font-medium">
        Today, of {accounts} accounts: {exempt} need no card, {quarterly} answer once a quarter,{" "}
        {moves === 0 ? "no band changes" : `${moves} ${moves === 1 ? "changes" : "change"} band`}.
      </p>
      {largest.length > 0 && (
        <ul className="mt-1 text-muted-foreground">
          {largest.map(({ name, health, after }) => (
            <li key={name}>
              <bdi>{name}</bdi>: health {shown(health)} → {shown(after)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
