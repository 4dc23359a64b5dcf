import { beforeAll, describe, expect, it } from "vitest";
import { type Database, databaseOn } from "@/db/client";
import { people, personRoles } from "@/db/schema";
import { hashPassword } from "@/lib/server/password";
import { findViewer, type SessionClaim } from "@/lib/server/session";
import { signInByPassword } from "@/lib/server/sign-in-by-password";
import { signInByProvider } from "@/lib/server/sign-in-by-provider";
import { ACCOUNT_LIMIT, mayAttempt } from "@/lib/server/sign-in-limit";
import { testDatabase } from "@/tests/setup";

let db: Database;
const password = "correct horse battery";
const now = () => new Date();
beforeAll(async () => {
  db = databaseOn((await testDatabase()).pool);
  const passwordHash = await hashPassword(password);
  const status = "active" as const;
  await db.insert(people).values([
    { id: 101, email: "ada@x.test", name: "Ada", passwordHash, status },
    { id: 102, email: "bob@x.test", name: "Bob", passwordHash, status: "deactivated" },
    { id: 103, email: "cleo@x.test", name: "Cleo", passwordHash, status },
  ]);
  await db.insert(personRoles).values([
    { personId: 101, role: "admin" },
    { personId: 103, role: "csm" },
  ]);
});

const signIn = (email: string, given = password, address = "10.0.0.1") =>
  signInByPassword(db, { email, password: given, address });

describe("signing in by password", () => {
  it("opens a session whose claim is the person, a session id and a version, and nothing else", async () => {
    const claim = (await signIn(" Ada@X.test ")) as SessionClaim;
    expect(claim).toEqual({ sub: "101", sid: expect.any(String), version: 1 });
    expect(await findViewer(db, claim, now())).toMatchObject({ kind: "person", personId: 101, roles: ["admin"] });
  });

  it("says the same of a wrong password, an unknown person and a deactivated one", async () => {
    const answers = await Promise.all([
      signIn("ada@x.test", "not it at all"),
      signIn("no@x.test"),
      signIn("bob@x.test"),
    ]);
    expect(answers).toEqual(["wrong", "wrong", "wrong"]);
  });

  it("stops at the limit exactly, however many try at once", async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, () => mayAttempt(db, "storm@x.test", "10.9.9.9")));
    expect(tries.filter(Boolean)).toHaveLength(ACCOUNT_LIMIT);
  });

  it("refuses even the right password past the limit, and a success before it starts anew", async () => {
    const fail = () => mayAttempt(db, "cleo@x.test", "10.0.0.2");
    for (let i = 1; i < ACCOUNT_LIMIT; i++) expect(await fail()).toBe(true);
    expect(await signIn("cleo@x.test", password, "10.0.0.2")).toMatchObject({ sub: "103" });
    for (let i = 1; i <= ACCOUNT_LIMIT; i++) expect(await fail()).toBe(true);
    expect(await signIn("cleo@x.test", password, "10.0.0.2")).toBe("too_many");
  });
});

describe("a session", () => {
  it("ends at once with a new version, a revocation, a deactivation or its time; a demotion counts at once", async () => {
    const open = async () => (await signIn("ada@x.test")) as SessionClaim;
    const claim = await open();
    await db.execute("update person_roles set role = 'viewer' where person_id = 101");
    expect(await findViewer(db, claim, now())).toMatchObject({ roles: ["viewer"] });
    expect(await findViewer(db, claim, new Date(Date.now() + 15 * 86_400_000))).toBeNull();
    await db.execute("update sessions set revoked_at = now() where person_id = 101");
    expect(await findViewer(db, claim, now())).toBeNull();
    const later = await open();
    await db.execute("update people set session_version = session_version + 1 where id = 101");
    expect(await findViewer(db, later, now())).toBeNull();
    const last = await open();
    await db.execute("update people set status = 'deactivated' where id = 101");
    expect(await findViewer(db, last, now())).toBeNull();
  });

  it("of one person does not open another's account", async () => {
    const claim = (await signInByProvider(db, { email: "dora@x.test", name: "Dora" })) as SessionClaim;
    expect(await findViewer(db, { ...claim, sub: "103" }, now())).toBeNull();
  });
});

describe("the organisation's provider", () => {
  it("makes a stranger a viewer, and refuses the deactivated and the unverified", async () => {
    const claim = (await signInByProvider(db, { email: "Eve@x.test", name: "Eve" })) as SessionClaim;
    expect(await findViewer(db, claim, now())).toMatchObject({ email: "eve@x.test", roles: ["viewer"] });
    expect(await signInByProvider(db, { email: "bob@x.test" })).toBeNull();
    expect(await signInByProvider(db, { email: "new@x.test", isVerified: false })).toBeNull();
  });
});
