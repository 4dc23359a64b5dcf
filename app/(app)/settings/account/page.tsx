import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/people/change-password-form";
import { SignOutEverywhereButton } from "@/components/people/sign-out-everywhere-button";
import { CalendarFeed } from "@/components/reviews/calendar-feed";
import { ROLE_WORDS } from "@/components/shell/role-words";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Card } from "@/components/ui/card";
import { findCalendarFeed } from "@/db/queries/work/list-calendar";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountSettingsPage() {
  const ctx = await viewerContext();
  const { name, email, roles } = ctx.actor;
  const { isOn } = await findCalendarFeed(ctx);
  return (
    <div className="grid max-w-4xl gap-4 md:grid-cols-2">
      <Card title="You">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-muted-foreground">Name</dt>
          <dd>
            <bdi>{name}</bdi>
          </dd>
          <dt className="text-muted-foreground">Email</dt>
          <dd className="break-all">{email}</dd>
          <dt className="text-muted-foreground">Roles</dt>
          <dd>{roles.map((role) => ROLE_WORDS[role]).join(", ") || "None"}</dd>
        </dl>
      </Card>
      <Card title="Theme">
        <ThemeSwitch name="settings-theme" />
        <p className="mt-2 text-muted-foreground text-xs">High contrast follows your system's setting.</p>
      </Card>
      <Card id="calendar" title="Calendar">
        <CalendarFeed isOn={isOn} />
      </Card>
      <Card title="Password">
        <ChangePasswordForm email={email} />
      </Card>
      <Card title="Sessions">
        <p className="mb-3 text-muted-foreground">
          A lost laptop, a shared computer: end every session you have, this one included.
        </p>
        <SignOutEverywhereButton />
      </Card>
    </div>
  );
}
