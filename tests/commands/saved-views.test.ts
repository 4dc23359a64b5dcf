import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { getKeyChoices } from "@/db/queries/get-key-choices";
import { listViews } from "@/db/queries/list-views";
import { pinView } from "@/lib/commands/pin-view";
import { removeView } from "@/lib/commands/remove-view";
import { SaveKeys, saveKeys } from "@/lib/commands/save-keys";
import { SaveView, saveView } from "@/lib/commands/save-view";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let [ana, ben, admin]: Ctx[] = [];

async function person(name: string, role: Role): Promise<Ctx> {
  const { rows } = await pool.query("insert into people (email, name, status) values ($1, $1, 'active') returning id", [
    name,
  ]);
  const actor = { kind: "person" as const, personId: rows[0].id, name, email: name, roles: [role] };
  return contextOf(actor, databaseOn(pool));
}

beforeAll(async () => {
  ({ pool } = await testDatabase());
  ana = await person("ana", "csm");
  ben = await person("ben", "viewer");
  admin = await person("root", "admin");
});

const view = (name: string, more: object = {}) =>
  SaveView.parse({ page: "accounts", name, query: "band=red", ...more });
const names = async (ctx: Ctx | undefined) => (await listViews(ctx as Ctx, "accounts")).map(({ name }) => name);

describe("a saved view", () => {
  it("is its maker's alone until it is shared, also before an admin", async () => {
    const { viewId } = await saveView(ana as Ctx, view("Red Q4"));
    expect(await names(ana)).toEqual(["Red Q4"]);
    expect(await names(ben)).toEqual([]);
    expect(await names(admin)).toEqual([]);
    for (const other of [ben, admin] as Ctx[]) {
      await expect(saveView(other, view("Mine now", { viewId }))).rejects.toMatchObject({ kind: "not_found" });
      await expect(pinView(other, { viewId, isPinned: false })).rejects.toMatchObject({ kind: "not_found" });
      await expect(removeView(other, { viewId })).rejects.toMatchObject({ kind: "not_found" });
    }
    await saveView(ana as Ctx, view("Red Q4", { viewId, isShared: true }));
    expect(await names(ben)).toEqual(["Red Q4"]);
    await expect(removeView(ben as Ctx, { viewId })).rejects.toMatchObject({ kind: "not_found" });
    await pinView(admin as Ctx, { viewId, isPinned: false });
    expect((await listViews(ben as Ctx, "accounts"))[0]).toMatchObject({
      isPinned: false,
      isMine: false,
      maker: "ana",
    });
    expect(await removeView(admin as Ctx, { viewId })).toMatchObject({
      name: "Red Q4",
      query: "band=red",
      isShared: true,
    });
    expect(await names(ana)).toEqual([]);
  });

  it("has an address of its own, whoever else has one of that name", async () => {
    const slugs = [];
    for (const ctx of [ana, ben, ana] as Ctx[]) slugs.push((await saveView(ctx, view("Größte & Rote!"))).slug);
    expect(new Set(slugs).size).toBe(3);
    expect(slugs[1]).toBe(`${slugs[0]}-2`);
    expect((await saveView(ana as Ctx, view("!!!"))).slug).toBe("view");
  });

  it("stands in the log from its beginning to its end", async () => {
    const { viewId } = await saveView(ana as Ctx, view("Logged"));
    await pinView(ana as Ctx, { viewId, isPinned: false });
    await removeView(ana as Ctx, { viewId });
    const { rows } = await pool.query("select entry from audit where subject = $1 order by id", [`view:${viewId}`]);
    expect(rows.map(({ entry }) => entry)).toEqual(["view.saved", "view.unpinned", "view.removed"]);
  });
});

describe("a person's keys", () => {
  it("are kept for that person alone, and no letter does two things", async () => {
    await saveKeys(ana as Ctx, SaveKeys.parse({ off: true, map: { e: "d" } }));
    expect(await getKeyChoices(ana as Ctx)).toEqual({ off: true, map: { e: "d" } });
    expect(await getKeyChoices(ben as Ctx)).toEqual({ off: false, map: {} });
    for (const map of [{ e: "k" }, { e: "g" }, { e: "d", h: "d" }, { e: "?" }])
      expect(SaveKeys.safeParse({ off: false, map }).success).toBe(false);
    expect(SaveKeys.safeParse({ off: false, map: { e: "k", k: "e" } }).success).toBe(true);
  });
});
