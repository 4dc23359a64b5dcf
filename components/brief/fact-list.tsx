import type { BriefLine } from "./brief-lines";

/** Subjects and what is said of each, in two columns; one under the other on a phone. */
export function FactList({ facts }: { facts: readonly BriefLine[] }) {
  return (
    <dl className="mt-4 grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_1fr]">
      {facts.map(({ head, text }) => (
        <div key={head} className="contents">
          <dt className="text-muted-foreground">{head}</dt>
          <dd className="max-sm:mb-2">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
