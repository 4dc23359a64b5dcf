import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetUp } from "@/components/data/set-up";
import { SourceActions } from "@/components/data/source-actions";
import { SourceForm } from "@/components/data/source-form";
import { SourceLog } from "@/components/data/source-log";
import { freshnessText, KIND_WORDS, sourceState } from "@/components/data/source-state";
import { StateMark } from "@/components/data/state-mark";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { getSource } from "@/db/queries/sources/get-source";
import { AppError } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { env } from "@/lib/server/env";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Source" };

/** One source: how it stands, what it said, how it is set. */
export default async function SourcePage({ params }: PageProps<"/data/sources/[id]">) {
  const ctx = await viewerContext();
  const { id } = await params;
  const source = await getSource(ctx, Number(id)).catch((error) => {
    if (error instanceof AppError && (error.kind === "not_found" || error.kind === "forbidden")) notFound();
    throw error;
  });
  const { kind } = source;
  return (
    <>
      <PageHeader
        title={
          <>
            <Link href={paths.data()} className="font-normal text-muted-foreground hover:underline">
              Data
            </Link>{" "}
            / <bdi>{source.name}</bdi>
          </>
        }
      >
        <SourceActions id={source.id} name={source.name} isRead={kind === "postgres"} />
      </PageHeader>
      <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
        <StateMark state={sourceState(source)} />
        <span>
          {KIND_WORDS[kind]} {source.at}
        </span>
        <span className="text-muted-foreground">Newest delivery {freshnessText(source)} of its promise</span>
      </p>
      <div className="flex flex-col gap-4">
        <Card title="Last deliveries">
          <SourceLog runs={source.runs} />
        </Card>
        {kind !== "api" && (
          <Card title="Settings">
            <SourceForm kind={kind} source={source} />
          </Card>
        )}
        <Card title="On the other side">
          <SetUp kind={kind} origin={env("NEXTAUTH_URL")} />
        </Card>
      </div>
    </>
  );
}
