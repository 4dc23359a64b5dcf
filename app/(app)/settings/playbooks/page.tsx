import type { Metadata } from "next";
import { HoursTable } from "@/components/playbook/hours-table";
import { PlayLibrary } from "@/components/playbook/play-library";
import { PlaybookForm } from "@/components/playbook/playbook-form";
import { PlaybookOverview } from "@/components/playbook/playbook-overview";
import { ProductOwnerForm } from "@/components/playbook/product-owner-form";
import { Card } from "@/components/ui/card";
import { getSettings } from "@/db/queries/get-settings";
import { listPeople } from "@/db/queries/people/list-people";
import { listHeldAccounts } from "@/db/queries/playbooks/list-held-accounts";
import { type ListedPlaybook, listPlaybooks } from "@/db/queries/playbooks/list-playbooks";
import { mayEver } from "@/lib/core/access";
import { hoursHeld } from "@/lib/core/playbook/hours-held";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadPlaybookParams } from "./search-params";

export const metadata: Metadata = { title: "Playbooks" };

/** What each band obliges to, what that costs in hours, and the plays; administrators edit it. */
export default async function PlaybooksPage({ searchParams }: PageProps<"/settings/playbooks">) {
  const ctx = await viewerContext();
  const { edit, segment } = await loadPlaybookParams(searchParams);
  const mayEdit = mayEver(ctx.actor.roles, "settings:write");
  const [{ playbooks: listed, segments }, held, { productOwnerId, heldOutPlays }, people] = await Promise.all([
    listPlaybooks(ctx),
    listHeldAccounts(ctx, { book: "all" }),
    getSettings(ctx),
    mayEdit ? listPeople(ctx) : [],
  ]);
  const playbooks = listed.map(({ playbook }) => playbook);
  const edited = mayEdit && edit ? editedOf(listed, edit, segment) : null;
  if (edited) {
    return (
      <Card title={`Edit ${edited.playbook.name}, ${edited.playbook.segment ?? "all segments"}`}>
        <PlaybookForm
          key={`${edited.playbook.key}:${edited.playbook.segment}`}
          {...edited}
          playbooks={playbooks}
          held={held}
        />
      </Card>
    );
  }
  const ownOf = (key: string) =>
    listed.filter(({ playbook }) => playbook.key === key).map(({ playbook }) => playbook.segment);
  const overview = (one: ListedPlaybook) => (
    <PlaybookOverview
      key={`${one.playbook.key}:${one.playbook.segment}`}
      {...one}
      segments={segments.filter((other) => !ownOf(one.playbook.key).includes(other))}
      mayEdit={mayEdit}
    />
  );
  const used = listed.filter(({ bands }) => bands.length > 0);
  const unused = listed.filter(({ bands }) => bands.length === 0);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-[72ch] text-muted-foreground">
        What each band obliges people to do. Clocks run on it from the day a band has held for three runs.
        {!mayEdit && " Administrators edit it."}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-2">{used.map(overview)}</div>
      <Card title="Hours that the cadences oblige, per person">
        <HoursTable hours={hoursHeld(held, playbooks)} />
        <p className="mt-2 text-muted-foreground text-xs">
          What recurs, 30 days to the month, counted for its owner and each who takes part; executive sponsors as the
          open plans name them, Product and Support where a plan names them as the cause. Plans, decisions and steps
          come once and are not counted.
        </p>
      </Card>
      {mayEdit && (
        <Card title="Where causes go">
          <ProductOwnerForm
            productOwnerId={productOwnerId}
            people={people.filter(({ status }) => status === "active")}
          />
          <p className="mt-2 text-muted-foreground text-xs">
            Unmet demand goes to the account manager as an expansion lead. Open plans for{" "}
            <a
              className="text-primary underline"
              href={paths.portfolioAccounts({ owner: "all", cause: "product_issue" })}
            >
              product issues
            </a>
            ,{" "}
            <a
              className="text-primary underline"
              href={paths.portfolioAccounts({ owner: "all", cause: "unmet_demand" })}
            >
              unmet demand
            </a>
            .
          </p>
        </Card>
      )}
      <PlayLibrary heldOut={heldOutPlays} mayEdit={mayEdit} />
      {unused.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-primary">
            {unused.length} playbooks that no band of the model in force uses
          </summary>
          <div className="grid items-start gap-4 pt-2 lg:grid-cols-2">{unused.map(overview)}</div>
        </details>
      )}
    </div>
  );
}

/** The playbook to edit: the segment's own, else a copy for it of the one for all. */
function editedOf(listed: readonly ListedPlaybook[], key: string, segment: string | null) {
  const own = listed.find(({ playbook }) => playbook.key === key && playbook.segment === segment);
  const base = own ?? listed.find(({ playbook }) => playbook.key === key && playbook.segment === null);
  if (!base) return null;
  const resetTo = !own?.isOwn
    ? null
    : segment === null
      ? own.isShipped
        ? ("shipped" as const)
        : null
      : ("all" as const);
  return { playbook: { ...base.playbook, segment }, resetTo };
}
