import type { Metadata } from "next";
import { FeedsTable } from "@/components/data/feeds-table";
import { HoldsCard } from "@/components/data/holds-card";
import { ImportsTable } from "@/components/data/imports-table";
import { SourcesTable } from "@/components/data/sources-table";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getSettings } from "@/db/queries/get-settings";
import { listFeeds } from "@/db/queries/sources/list-feeds";
import { listHolds } from "@/db/queries/sources/list-holds";
import { listRecentImports } from "@/db/queries/sources/list-recent-imports";
import { listSources } from "@/db/queries/sources/list-sources";
import { mayEver } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import type { Ctx } from "@/lib/server/context";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Data" };

const PAST_HOLDS = 5;

/** Where signals come from, how fresh they are, and for administrators how to bring more. */
export default async function DataPage() {
  const ctx = await viewerContext();
  const manages = mayEver(ctx.actor.roles, "source:manage") && mayEver(ctx.actor.roles, "import:run");
  const [feeds, holds] = await Promise.all([listFeeds(ctx), listHolds(ctx, { past: PAST_HOLDS })]);
  return (
    <>
      <PageHeader title="Data">
        {manages && (
          <ButtonLink href={paths.newImport()} variant="primary">
            Import files
          </ButtonLink>
        )}
      </PageHeader>
      <div className="flex flex-col gap-4">
        <HoldsCard holds={holds} maySettle={mayEver(ctx.actor.roles, "hold:settle")} />
        {manages && <Sources ctx={ctx} />}
        <Card title="What has come" aside={<ExportMenu list="feeds" />}>
          {!manages && (
            <p className="mb-3 text-muted-foreground">Administrators bring data in; this is how fresh it is.</p>
          )}
          <FeedsTable feeds={feeds} />
        </Card>
        {manages && <Imports ctx={ctx} />}
      </div>
    </>
  );
}

async function Sources({ ctx }: { ctx: Ctx }) {
  const [sources, { isDemo }] = await Promise.all([listSources(ctx), getSettings(ctx)]);
  return (
    <Card
      title="Sources that deliver by themselves"
      aside={
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={paths.newSource("postgres")} size="sm">
            Add a Postgres
          </ButtonLink>
          <ButtonLink href={paths.newSource("stripe")} size="sm">
            Add Stripe
          </ButtonLink>
          <ButtonLink href={paths.newSource("segment")} size="sm">
            Connect Segment
          </ButtonLink>
          {sources.length > 0 && <ExportMenu list="sources" />}
        </div>
      }
    >
      {isDemo && (
        <p className="mb-3 font-medium">
          This is the demo company: sources can be set up and tested, and deliver once it is emptied (npm run reset).
        </p>
      )}
      {sources.length > 0 ? (
        <SourcesTable sources={sources} />
      ) : (
        <p className="text-muted-foreground">
          None yet. A database is read on a schedule; Stripe and Segment send what happens as it happens; any program
          can write through the API.
        </p>
      )}
    </Card>
  );
}

async function Imports({ ctx }: { ctx: Ctx }) {
  const imports = await listRecentImports(ctx);
  return (
    <Card title="Imported files" aside={imports.length > 0 && <ExportMenu list="imports" />}>
      {imports.length > 0 ? (
        <ImportsTable imports={imports} />
      ) : (
        <p className="text-muted-foreground">No file yet. CSV, TSV and Excel are read, in any order of tables.</p>
      )}
    </Card>
  );
}
