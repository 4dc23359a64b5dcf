const WORDS: Record<string, string> = {
  active: "active",
  at_risk: "at risk",
  missing: "missing",
  lapsed: "lapsed",
  none: "none",
  "n/a": "not applicable",
  defensible: "defensible",
  in_development: "in development",
};

interface Props {
  champion: string | null;
  executive: string | null;
  outcome: string | null;
}

/** The three answers of a card in words. */
export function AnswerWords({ champion, executive, outcome }: Props) {
  if (!champion && !executive && !outcome) return <p className="my-1 text-muted-foreground">No card in force</p>;
  return (
    <dl className="my-1 grid grid-cols-[auto_1fr] gap-x-2 text-xs">
      <dt className="text-muted-foreground">Champion</dt>
      <dd className="font-medium">{WORDS[champion ?? ""] ?? "—"}</dd>
      <dt className="text-muted-foreground">Executive</dt>
      <dd className="font-medium">{WORDS[executive ?? ""] ?? "—"}</dd>
      <dt className="text-muted-foreground">Outcome</dt>
      <dd className="font-medium">{WORDS[outcome ?? ""] ?? "—"}</dd>
    </dl>
  );
}
