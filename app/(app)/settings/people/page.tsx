import type { Metadata } from "next";
import { InviteButton } from "@/components/people/invite-button";
import { OrphanedBooks } from "@/components/people/orphaned-books";
import { PeopleTable } from "@/components/people/people-table";
import { ExportMenu } from "@/components/shell/export-menu";
import { Card } from "@/components/ui/card";
import { listPeople } from "@/db/queries/people/list-people";
import { mayEver } from "@/lib/core/access";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const ctx = await viewerContext();
  if (!mayEver(ctx.actor.roles, "person:read")) return <NotYours />;
  const people = await listPeople(ctx);
  const mayManage = mayEver(ctx.actor.roles, "person:manage");
  const active = people.filter(({ status }) => status === "active").length;
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-3">
        <p className="text-muted-foreground">
          {people.length} people, {active} active
        </p>
        <div className="flex items-center gap-2">
          <ExportMenu list="people" />
          {mayManage && <InviteButton />}
        </div>
      </div>
      <OrphanedBooks people={people} />
      <PeopleTable people={people} mayManage={mayManage} ownId={ctx.actor.personId} />
    </>
  );
}

function NotYours() {
  return (
    <Card title="People are managed by administrators" className="max-w-prose">
      <p className="text-muted-foreground">
        Your role does not include seeing or changing who may sign in. Ask an administrator to invite somebody, to
        change a role, or for a link to set a new password. Your own password is under "Your account".
      </p>
    </Card>
  );
}
