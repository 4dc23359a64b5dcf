import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { ShareFigure } from "@/lib/core/playbook/effect-figures";
import { countText } from "@/lib/format";
import { intervalWords, shareWords } from "./effect-words";

interface Props {
  title: ReactNode;
  rule: string;
  figure: ShareFigure;
  /** What those are called that count, and those that do not, with where they are listed. */
  hits: { words: string; href: string };
  misses: { words: string; href: string };
}

/** One share with its interval and its rule; both of its sides open their accounts. */
export function ShareTile({ title, rule, figure, hits, misses }: Props) {
  const { share, waiting } = figure;
  return (
    <section className="flex flex-col rounded-card border bg-card p-4">
      <h2 className="text-muted-foreground text-xs">{title}</h2>
      <p className="font-semibold text-xl">{shareWords(share)}</p>
      <p className="text-muted-foreground text-xs">
        {share ? intervalWords(share) : "None in this period that can be judged yet"}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        <Counted count={figure.hits.length} {...hits} />
        <Counted count={figure.misses.length} {...misses} />
        {waiting > 0 && <span className="text-muted-foreground">{countText(waiting)} too young to judge</span>}
      </p>
      <p className="mt-2 text-muted-foreground text-xs">{rule}</p>
    </section>
  );
}

function Counted({ count, words, href }: { count: number; words: string; href: string }) {
  const text = `${countText(count)} ${words}`;
  return count > 0 ? (
    <Link href={href} className="text-primary underline">
      {text}
    </Link>
  ) : (
    <span className="text-muted-foreground">{text}</span>
  );
}
