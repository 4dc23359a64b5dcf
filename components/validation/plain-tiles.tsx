import { differenceWords } from "@/components/effect/effect-words";
import type { CountAndMoney, PlainAnswers } from "@/lib/core/validation/plain-answers";
import type { Share } from "@/lib/core/validation/wilson";
import { moneyShort, percentText } from "@/lib/format";
import { rightWords } from "./validation-words";

/** What people ask first, in three answers: by accounts and by ARR, with n and 95% intervals. */
export function PlainTiles({ plain, horizon, currency }: { plain: PlainAnswers; horizon: number; currency: string }) {
  const { worked } = plain;
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
      <Tile title={`Green ${horizon} days before: how many renewed?`} answer={plain.greenRenewed} currency={currency} />
      <Tile
        title={`Yellow or red ${horizon} days before: how many were lost?`}
        answer={plain.belowLost}
        currency={currency}
      />
      <Tile title="Worked while yellow or red: how many stayed?" answer={worked.all} currency={currency}>
        {worked.pairs > 0 && worked.difference ? (
          <>
            Beside comparable ones that were not worked: {ofN(worked.workedStayed)} against {ofN(worked.unworkedStayed)}{" "}
            in {worked.pairs} {worked.pairs === 1 ? "pair" : "pairs"}, a difference of{" "}
            {differenceWords(worked.difference)}. The worst are worked first, so this is no proof of an effect.
          </>
        ) : (
          "No comparable account that was not worked."
        )}
      </Tile>
    </div>
  );
}

function ofN(share: Share | null): string {
  return share ? `${share.hits} of ${share.n}` : "—";
}

interface TileProps {
  title: string;
  answer: CountAndMoney;
  currency: string;
  children?: React.ReactNode;
}

function Tile({ title, answer: { share, partCents, ofCents }, currency, children }: TileProps) {
  return (
    <section className="flex flex-col gap-1 rounded-card border bg-card p-4">
      <h2 className="text-muted-foreground text-xs">{title}</h2>
      <p className="font-semibold text-xl">{share ? rightWords(share) : "None to judge"}</p>
      {share && (
        <p className="text-xs">
          {share.hits} of {share.n} accounts · {moneyShort(partCents, currency)} of {moneyShort(ofCents, currency)} ARR
          {ofCents > 0 && share.n >= 20 && ` (${percentText(partCents / ofCents)})`}
        </p>
      )}
      {children && <p className="text-muted-foreground text-xs">{children}</p>}
    </section>
  );
}
