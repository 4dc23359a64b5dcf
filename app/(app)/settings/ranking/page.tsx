import type { Metadata } from "next";
import { RankingForm } from "@/components/ranking/ranking-form";
import { RankingWords } from "@/components/ranking/ranking-words";
import { Card } from "@/components/ui/card";
import { getRanking } from "@/db/queries/get-ranking";
import { getSettings } from "@/db/queries/get-settings";
import { mayEver } from "@/lib/core/access";
import { moneyShort } from "@/lib/format";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Ranking" };

/** How triage is ordered, in words; administrators edit its figures. */
export default async function RankingPage() {
  const ctx = await viewerContext();
  const [{ formula, medianArrCents }, { currency }] = await Promise.all([getRanking(ctx), getSettings(ctx)]);
  const mayEdit = mayEver(ctx.actor.roles, "settings:write");
  return (
    <div className="flex flex-col gap-4">
      <Card title="How triage is ordered">
        <p className="mb-2">An account's priority, highest first, is</p>
        <RankingWords formula={formula} />
        <p className="mt-2 text-muted-foreground text-xs">
          The book's median is {moneyShort(medianArrCents, currency)} ARR today.
          {!mayEdit && " Administrators edit the figures."}
        </p>
      </Card>
      {mayEdit && (
        <Card title="Its figures">
          <RankingForm key={JSON.stringify(formula)} formula={formula} />
        </Card>
      )}
    </div>
  );
}
