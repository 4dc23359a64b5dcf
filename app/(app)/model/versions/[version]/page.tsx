import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadVersionParams } from "@/app/(app)/model/search-params";
import { DefinitionRules } from "@/components/model/definition-rules";
import { DiffLines } from "@/components/model/diff-lines";
import { MeasureTable } from "@/components/model/measure-table";
import { MovesTable } from "@/components/model/moves-table";
import { RollBack } from "@/components/model/roll-back";
import { StartDraft } from "@/components/model/start-draft";
import { TellPast } from "@/components/model/tell-past";
import { beginWords, withdrawnWords } from "@/components/model/version-words";
import { WithdrawVersion } from "@/components/model/withdraw-version";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { SegmentedLinks } from "@/components/ui/segmented";
import { findTakeover } from "@/db/queries/model/find-takeover";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { listPeople } from "@/db/queries/people/list-people";
import { mayEver } from "@/lib/core/access";
import { definitionAt, definitionKeys, definitionTitle } from "@/lib/core/model-draft/definition-keys";
import { inForceOn } from "@/lib/core/model-draft/in-force";
import { modelDiff } from "@/lib/core/model-draft/model-diff";
import { overtakenBy } from "@/lib/core/model-draft/overtaken-by";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { VersionMoves } from "./version-moves";

export const metadata: Metadata = { title: "Version of the model" };

/** A published version: its definition, what happened when it took over, and how it differs from any other. */
export default async function VersionPage({ params, searchParams }: PageProps<"/model/versions/[version]">) {
  const ctx = await viewerContext();
  const number = Number((await params).version);
  const asked = await loadVersionParams(searchParams);
  const versions = await listModelVersions(ctx);
  const version = versions.find((each) => each.version === number);
  if (!version) notFound();
  const mayPublish = mayEver(ctx.actor.roles, "model:publish");
  const inForce = inForceOn(versions, ctx.today) ?? version;
  const never = version.withdrawn !== null || overtakenBy(version, versions, ctx.today) !== null;
  const begins = beginWords(version, versions, ctx.today);
  const other = versions.find((each) => each.version === asked.with && each.version !== number) ?? null;
  const [takeover, people] = await Promise.all([findTakeover(ctx, number), mayPublish ? listPeople(ctx) : []]);
  const keys = definitionKeys(version.model);
  const key = keys.includes(asked.definition) ? asked.definition : "default";
  const definition = definitionAt(version.model, key) ?? version.model.definitions.default;
  const here = (query: { with?: number | null; definition?: string | null }) =>
    paths.modelVersion(number, {
      with: query.with === undefined ? asked.with : query.with,
      definition: query.definition === undefined && key !== "default" ? key : query.definition,
    });
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={`Version ${number}: ${version.name}`}>
        {mayPublish && (
          <StartDraft from={{ version: number }} label={`Edit a copy of version ${number}`}>
            Edit a copy
          </StartDraft>
        )}
        {mayPublish && inForce.version !== number && version.effectiveFrom <= ctx.today && !version.withdrawn && (
          <RollBack
            version={{ version: number, model: version.model }}
            today={ctx.today}
            owners={people.filter(({ status }) => status === "active").map(({ id, name }) => ({ id, name }))}
            ownerId={inForce.ownerId}
          />
        )}
        {mayPublish && version.effectiveFrom > ctx.today && !never && (
          <WithdrawVersion version={number} name={version.name} />
        )}
      </PageHeader>
      <Card>
        {version.withdrawn && <p className="font-medium">{withdrawnWords(version.withdrawn)}</p>}
        <p>{version.note}</p>
        <p className="text-muted-foreground">
          {begins.charAt(0).toUpperCase() + begins.slice(1)}
          {version.publishedBy && `, published by ${version.publishedBy}`}
          {version.owner && `; ${version.owner} answers for it`}.
        </p>
        {version.expected && <p>Expected of it: {version.expected}</p>}
      </Card>
      <Card title="When it took over">
        {takeover ? (
          <MovesTable
            caption={`From ${dayText(takeover.before)}, by version ${takeover.versionBefore}, to ${dayText(takeover.after)}, by version ${number}${takeover.isReplayed ? " (replayed from what is known now)" : ""}. ${takeover.isAlike ? "The two score alike: what moved here, customers moved." : "Between two days data may have changed as well; accounts that moved here count as re-scored, not as moved."}`}
            label="Bands before and after it took over"
            from={`Version ${takeover.versionBefore}`}
            to={`Version ${number}`}
            moves={takeover.moves}
          />
        ) : (
          <p className="text-muted-foreground">
            {never
              ? "It never takes over."
              : version.effectiveFrom > ctx.today
                ? "It has not taken over yet."
                : "No day before it was scored by another version."}
          </p>
        )}
      </Card>
      <Card title="Beside another version">
        <nav aria-label="Compare with" className="mb-3 flex flex-wrap gap-x-4 gap-y-1">
          <SegmentedLinks
            label="Compare with"
            current={String(other?.version ?? "")}
            options={versions
              .filter((each) => each.version !== number)
              .map((each) => ({
                value: String(each.version),
                label: `Version ${each.version}`,
                href: here({ with: each.version }),
              }))}
          />
        </nav>
        {versions.length === 1 && <p className="text-muted-foreground">There is no other version yet.</p>}
        {other && (
          <div className="flex flex-col gap-4">
            <section>
              <h3 className="font-medium">
                What version {number} has that version {other.version} has not
              </h3>
              <DiffLines parts={modelDiff(other.model, version.model)} />
            </section>
            <VersionMoves ctx={ctx} from={other.version} to={number} />
          </div>
        )}
      </Card>
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
                href: here({ definition: value === "default" ? null : value }),
              }))}
            />
          )
        }
      >
        <div className="flex flex-col gap-4">
          <MeasureTable label={`Measures, ${definitionTitle(key)}`} definition={definition} coverage={null} />
          <DefinitionRules definition={definition} />
        </div>
      </Card>
      {(version.replay || (mayPublish && !version.withdrawn)) && (
        <Card title="The past as it would have said it">
          <TellPast version={number} replay={version.replay} mayAsk={mayPublish} />
        </Card>
      )}
    </div>
  );
}
