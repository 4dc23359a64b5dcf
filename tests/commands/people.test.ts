import { beforeAll, describe, expect, it } from "vitest";
import { type Database, databaseOn } from "@/db/client";
import { findLink } from "@/db/queries/people/find-link";
import { listPeople } from "@/db/queries/people/list-people";
import { acceptLink } from "@/lib/commands/accept-link";
import { changeOwnPassword } from "@/lib/commands/change-own-password";
import { createFirstAdmin } from "@/lib/commands/create-first-admin";
import { deactivatePerson } from "@/lib/commands/deactivate-person";
import { invitePerson } from "@/lib/commands/invite-person";
import { reactivatePerson } from "@/lib/commands/reactivate-person";
import { resetPassword } from "@/lib/commands/reset-password";
import { setRoles } from "@/lib/commands/set-roles";
import { signOutEverywhere } from "@/lib/commands/sign-out-everywhere";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { findViewer, type SessionClaim } from "@/lib/server/session";
import { signInByPassword } from "@/lib/server/sign-in-by-password";
import { testDatabase } from "@/tests/setup";

let db: Database;
let system: Ctx;
const password = "a long enough password";
beforeAll(async () => {
  db = databaseOn((await testDatabase()).pool);
  system = await systemContext("test", db);
});

const signIn = (email: string, given = password) => signInByPassword(db, { email, password: given, address: "::1" });
const as = (personId: number, email: string, ...roles: Role[]) =>
  contextOf({ kind: "person", personId, name: email, email, roles }, db);

async function member(email: string, ...roles: Role[]): Promise<{ personId: number; ctx: Ctx }> {
  const { personId, token } = await invitePerson(system, { email, name: email, roles });
  await acceptLink(system, { token, password });
  return { personId, ctx: await as(personId, email, ...roles) };
}

describe("the first administrator", () => {
  it("sets name, email and password by a link that works once; a new link ends the one before", async () => {
    const first = (await createFirstAdmin(system)) as { token: string };
    const second = (await createFirstAdmin(system)) as { token: string };
    expect(await findLink(system, first.token)).toBeNull();
    expect(await findLink(system, second.token)).toMatchObject({ purpose: "first_admin" });
    const accepting = { token: second.token, password, name: "Root", email: "root@x.test" };
    await expect(acceptLink(system, { token: second.token, password })).rejects.toMatchObject({ kind: "invalid" });
    const answers = await Promise.allSettled([acceptLink(system, accepting), acceptLink(system, accepting)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await signIn("root@x.test")).toMatchObject({ version: expect.any(Number) });
    expect(await createFirstAdmin(system)).toBeNull();
  });

  it("cannot lose the role or be shut out while there is no other", async () => {
    const [root] = await listPeople(system);
    const personId = root?.id as number;
    await expect(setRoles(system, { personId, roles: ["viewer"] })).rejects.toMatchObject({ kind: "conflict" });
    await expect(deactivatePerson(system, { personId })).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("people", () => {
  it("are invited once, by a link that expires", async () => {
    const { token } = await invitePerson(system, { email: "ann@x.test", name: "Ann", roles: ["csm"] });
    const again = invitePerson(system, { email: "ann@x.test", name: "Ann", roles: ["csm"] });
    await expect(again).rejects.toMatchObject({ kind: "conflict" });
    expect(await signIn("ann@x.test")).toBe("wrong");
    const later = { ...system, now: new Date(system.now.getTime() + 8 * 86_400_000) };
    await expect(acceptLink(later, { token, password })).rejects.toMatchObject({ kind: "not_found" });
  });

  it("are listed for managers and administrators only", async () => {
    expect((await listPeople(await as(1, "m@x.test", "manager"))).length).toBeGreaterThan(0);
    await expect(listPeople(await as(1, "c@x.test", "csm", "am"))).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("keep no session over a deactivation, and come back with their password", async () => {
    const { personId } = await member("ben@x.test", "csm", "am");
    const claim = (await signIn("ben@x.test")) as SessionClaim;
    await deactivatePerson(system, { personId });
    expect(await findViewer(db, claim, new Date())).toBeNull();
    expect(await signIn("ben@x.test")).toBe("wrong");
    await reactivatePerson(system, { personId });
    expect(await findViewer(db, claim, new Date())).toBeNull();
    expect(await signIn("ben@x.test")).toMatchObject({ sub: String(personId) });
  });

  it("of two administrators, one remains when each takes the other's role at once", async () => {
    const [one, two] = [await member("one@x.test", "admin"), await member("two@x.test", "admin")];
    const others = (await listPeople(system)).filter(({ id }) => id !== one.personId && id !== two.personId);
    for (const { id, status } of others) if (status !== "deactivated") await deactivatePerson(system, { personId: id });
    const demote = (by: Ctx, personId: number) => setRoles(by, { personId, roles: ["viewer"] });
    const results = await Promise.allSettled([demote(one.ctx, two.personId), demote(two.ctx, one.personId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const admins = (await listPeople(system)).filter(
      ({ roles, status }) => status === "active" && roles.includes("admin"),
    );
    expect(admins).toHaveLength(1);
  });

  it("change their own password only by showing the one they have; all their sessions end", async () => {
    const { ctx } = await member("cat@x.test", "viewer");
    const claim = (await signIn("cat@x.test")) as SessionClaim;
    await expect(changeOwnPassword(ctx, { current: "not this one", next: "another long one" })).rejects.toMatchObject({
      fields: { current: "is not right" },
    });
    await changeOwnPassword(ctx, { current: password, next: "another long one" });
    expect(await findViewer(db, claim, new Date())).toBeNull();
    expect(await signIn("cat@x.test")).toBe("wrong");
    const fresh = (await signIn("cat@x.test", "another long one")) as SessionClaim;
    await signOutEverywhere(ctx);
    expect(await findViewer(db, fresh, new Date())).toBeNull();
  });

  it("keep their password until the reset link is used", async () => {
    const { personId } = await member("dan@x.test", "am");
    const { token } = await resetPassword(system, { personId });
    expect(await signIn("dan@x.test")).toMatchObject({ sub: String(personId) });
    await acceptLink(system, { token, password: "the newer password" });
    expect(await signIn("dan@x.test")).toBe("wrong");
    expect(await signIn("dan@x.test", "the newer password")).toMatchObject({ sub: String(personId) });
  });

  it("and every change to them stand in the audit log, without a secret", async () => {
    const { rows } = await db.execute<{ entry: string }>("select distinct entry from audit order by entry");
    expect(rows.map(({ entry }) => entry)).toEqual([
      "person.deactivated",
      "person.invited",
      "person.password_set",
      "person.reactivated",
      "person.reset_link_made",
      "person.roles_set",
      "person.signed_out_everywhere",
    ]);
    const { rows: secrets } = await db.execute("select 1 from audit where after::text ~ 'scrypt|password_hash|token'");
    expect(secrets).toEqual([]);
  });
});
