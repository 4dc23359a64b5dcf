import { Suspense } from "react";
import { AlikeList } from "@/components/cases/alike-list";
import { CaseActions } from "@/components/cases/case-actions";
import { CaseAnswers } from "@/components/cases/case-answers";
import { OutcomeLine } from "@/components/cases/outcome-line";
import { Card } from "@/components/ui/card";
import type { AccountPage } from "@/db/queries/find-account";
import { findCases } from "@/db/queries/find-cases";
import { listAlike } from "@/db/queries/list-alike";
import { may, type Relation } from "@/lib/core/access";
import type { Ctx } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";

interface Props {
  ctx: Ctx & { actor: Viewer };
  account: AccountPage;
  relation: Relation | null;
  currency: string;
}

/** What the customer decided, how losses and saves were reviewed, and accounts like this one that recovered. */
export async function CasesCard({ ctx, account: { accountId, slug, name, now }, relation, currency }: Props) {
  const cases = await findCases(ctx, accountId);
  if (!cases) return null;
  const { outcomes, reviews, due } = cases;
  const lost = outcomes.find(({ kind }) => kind === "churned" || kind === "downsold") ?? null;
  return (
    <Card id="cases" title="Outcomes, and accounts like this">
      {due && <p className="mb-3 font-medium">{due.words}.</p>}
      {relation !== null && may(ctx.actor.roles, "outcome:record", relation) && (
        <CaseActions
          target={{ accountId, slug, name, tone: now?.tone ?? 0 }}
          today={ctx.today}
          currency={currency}
          now={{ arrCents: now?.arrCents ?? null, endsOn: now?.endsOn ?? null }}
          latest={outcomes[0] ?? null}
          due={due && { kind: due.kind, outcome: due.kind === "loss" ? lost : null }}
        />
      )}
      <div className="mt-3 grid gap-6 md:grid-cols-2">
        <section>
          <h3 className="mb-1 font-semibold">Outcomes</h3>
          <ul className="flex flex-col gap-1">
            {outcomes.map((outcome) => (
              <OutcomeLine key={outcome.id} outcome={outcome} currency={currency} />
            ))}
            {outcomes.length === 0 && <li className="text-muted-foreground">None decided yet.</li>}
          </ul>
          {reviews.map((review) => (
            <CaseAnswers key={review.id} review={review} />
          ))}
        </section>
        <section>
          <h3 className="mb-1 font-semibold">Accounts like this that recovered</h3>
          <Suspense fallback={<p className="text-muted-foreground">Looking for them …</p>}>
            <AlikeSection ctx={ctx} accountId={accountId} />
          </Suspense>
        </section>
      </div>
    </Card>
  );
}

async function AlikeSection({ ctx, accountId }: { ctx: Ctx; accountId: number }) {
  const alike = await listAlike(ctx, accountId);
  return alike ? (
    <AlikeList {...alike} />
  ) : (
    <p className="text-muted-foreground">It has not been below green in the last two years.</p>
  );
}
