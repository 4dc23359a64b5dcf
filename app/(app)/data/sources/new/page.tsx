import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetUp } from "@/components/data/set-up";
import { SourceForm } from "@/components/data/source-form";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { mayEver } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { env } from "@/lib/server/env";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "New source" };

const TITLES = { postgres: "Add a Postgres", stripe: "Add Stripe", segment: "Connect Segment" } as const;
type Kind = keyof typeof TITLES;

/** A new source: what to do on the other side, and what to enter here. */
export default async function NewSourcePage({ searchParams }: PageProps<"/data/sources/new">) {
  const ctx = await viewerContext();
  const kind = (await searchParams).kind as Kind;
  if (!(kind in TITLES) || !mayEver(ctx.actor.roles, "source:manage")) notFound();
  return (
    <>
      <PageHeader
        title={
          <>
            <Link href={paths.data()} className="font-normal text-muted-foreground hover:underline">
              Data
            </Link>{" "}
            / {TITLES[kind]}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <Card title="On the other side">
          <SetUp kind={kind} origin={env("NEXTAUTH_URL")} />
        </Card>
        {kind === "segment" ? (
          <p className="text-muted-foreground">
            The source appears on the page Data with the first batch that comes. Nothing needs to be entered here.
          </p>
        ) : (
          <Card title="Here">
            <SourceForm kind={kind} source={null} />
          </Card>
        )}
      </div>
    </>
  );
}
