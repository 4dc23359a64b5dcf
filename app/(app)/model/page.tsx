import type { Metadata } from "next";
import { AccountabilityCard } from "@/components/model/accountability-card";
import { AnswersList } from "@/components/model/answers-list";
import { DefinitionRules } from "@/components/model/definition-rules";
import { DraftList } from "@/components/model/draft-list";
import { MeasureTable } from "@/components/model/measure-table";
import { StartDraft } from "@/components/model/start-draft";
import { TemplateGallery } from "@/components/model/template-gallery";
import { VersionList } from "@/components/model/version-list";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { listDrafts } from "@/db/queries/model/list-drafts";
import { listMeasureCoverage } from "@/db/queries/model/list-measure-coverage";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { mayEver } from "@/lib/core/access";
import { definitionAt, definitionKeys, definitionTitle } from "@/lib/core/model-draft/definition-keys";
import { inForceOn } from "@/lib/core/model-draft/in-force";
import { overtakenBy } from "@/lib/core/model-draft/overtaken-by";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadModelParams } from "./search-params";

export const metadata: Metadata = { title: "Model" };

/** The model that scores accounts today, who answers for it, its versions, and where a change begins. */
export default async function ModelPage({ searchParams }: PageProps<"/model">) {
  const ctx = await viewerContext();
  const asked = await loadModelParams(searchParams);
  const mayDraft = mayEver(ctx.actor.roles, "model:draft");
  const [versions, run, coverage, drafts] = await Promise.all([
    listModelVersions(ctx),
    getCurrentRun(ctx),
    listMeasureCoverage(ctx),
    mayDraft ? listDrafts(ctx) : [],
  ]);
  const current = inForceOn(versions, ctx.today) ?? versions.findLast(({ withdrawn }) => !withdrawn);
  const open = drafts.length > 0 && (
    <Card title="Open drafts">
      <DraftList drafts={drafts} now={ctx.now} />
    </Card>
  );
  const gallery = mayDraft && <TemplateGallery hasModel={current !== undefined} />;
  if (!current)
    return (
      <div className="flex flex-col gap-4">
        <PageHeader title="Model" />
        <EmptyState kind="first_run" title="No model has been published yet">
          Load data and the default one is taken, or start a draft from a template.
        </EmptyState>
        {open}
        {gallery}
      </div>
    );
  const keys = definitionKeys(current.model);
  const key = keys.includes(asked.definition) ? asked.definition : "default";
  const definition = definitionAt(current.model, key) ?? current.model.definitions.default;
  const isScored = run?.modelVersion === current.version;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={`Model: ${current.name}, version ${current.version}`} run={run}>
        {mayDraft && <StartDraft from={{ version: current.version }}>Edit a copy</StartDraft>}
      </PageHeader>
      <AccountabilityCard
        version={current}
        scheduled={versions.filter(
          (version) =>
            version.effectiveFrom > ctx.today && !version.withdrawn && !overtakenBy(version, versions, ctx.today),
        )}
        mayPublish={mayEver(ctx.actor.roles, "model:publish")}
        scoredBy={run?.modelVersion ?? null}
        today={ctx.today}
      />
      {open}
      <Card
        title={keys.length > 1 ? `Definition: ${definitionTitle(key)}` : "Definition"}
        aside={
          keys.length > 1 && (
            <SegmentedLinks
              label="Definition"
              current={key}
              options={keys.map((value) => ({
                value,
                label: definitionTitle(value),
                href: paths.model({ definition: value === "default" ? null : value }),
              }))}
            />
          )
        }
      >
        <div className="flex flex-col gap-4">
          <MeasureTable
            label={`Measures, ${definitionTitle(key)}`}
            definition={definition}
            coverage={(isScored && coverage.find((found) => found.definition === key)) || null}
          />
          <DefinitionRules definition={definition} />
        </div>
      </Card>
      <Card title="What each answer of the scorecard means">
        <AnswersList answers={current.model.answers} mayEdit={mayDraft} />
      </Card>
      <Card title="Versions">
        <VersionList versions={versions} today={ctx.today} mayDraft={mayDraft} />
      </Card>
      {gallery}
    </div>
  );
}
