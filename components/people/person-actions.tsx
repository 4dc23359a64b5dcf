"use client";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { deactivatePerson, reactivatePerson, resetPassword, setRoles } from "@/lib/actions/people";
import { LinkToHandOver } from "./link-to-hand-over";
import type { Person } from "./people-table";
import { RolesField, rolesOf } from "./roles-field";

type Result = { ok: true; value: unknown } | { ok: false; message: string };

/** What an administrator may do with one person. */
export function PersonActions({ person }: { person: Person }) {
  const [shows, setShows] = useState<"roles" | "link" | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const toast = useToast();
  const { id: personId, name, status } = person;

  const say = (result: Result, done: string, undo?: () => void) => {
    if (!result.ok) return toast({ title: result.message, failed: true });
    toast({ title: done, action: undo && { label: "Undo", onClick: undo } });
  };
  const reactivate = async () => say(await answered(reactivatePerson({ personId })), `${name} may sign in again`);
  const deactivate = async () => say(await answered(deactivatePerson({ personId })), `${name} is shut out`, reactivate);
  const reset = async () => {
    const result = await answered(resetPassword({ personId }));
    if (!result.ok) return toast({ title: result.message, failed: true });
    setToken(result.value.token);
    setShows("link");
  };
  const saveRoles = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const result = await answered(setRoles({ personId, roles: rolesOf(new FormData(event.currentTarget)) }));
    say(result, `Roles of ${name} changed`, async () =>
      say(await answered(setRoles({ personId, roles: [...person.roles] })), "Undone"),
    );
    if (result.ok) setShows(null);
  };

  if (status === "deactivated") {
    return (
      <Button size="sm" variant="ghost" onClick={reactivate} aria-label={`Reactivate ${name}`}>
        Reactivate
      </Button>
    );
  }
  return (
    <div className="flex justify-end gap-1">
      <Button size="sm" variant="ghost" onClick={() => setShows("roles")} aria-label={`Roles of ${name}`}>
        Roles
      </Button>
      <Button size="sm" variant="ghost" onClick={reset} aria-label={`Password link for ${name}`}>
        {status === "invited" ? "New link" : "Reset"}
      </Button>
      <Button size="sm" variant="ghost" onClick={deactivate} aria-label={`Deactivate ${name}`}>
        Deactivate
      </Button>
      <Dialog
        open={shows !== null}
        onClose={() => setShows(null)}
        title={shows === "link" ? "Password link" : `Roles of ${name}`}
      >
        {shows === "link" && token ? (
          <LinkToHandOver token={token} name={name} days={status === "invited" ? 7 : 1} />
        ) : (
          <form onSubmit={saveRoles} className="flex flex-col gap-4 text-left">
            <RolesField checked={person.roles} />
            <Button type="submit" variant="primary" className="self-start">
              Save
            </Button>
          </form>
        )}
      </Dialog>
    </div>
  );
}
