import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { settleDivergence } from "@/lib/commands/settle-divergence";
import type { Role } from "@/lib/core/access";
import { contextOf } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
const people: Record<string, number> = {};
const accounts: Record<string, number> = {};

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set today_fixed = '2026-11-30'");
  for (const [name, role] of [
    ["boss", "manager"],
    ["own", "csm"],
    ["other", "csm"],
  ] as const) {
    const { rows } = await pool.query(
      "insert into people (email, name, status) values ($1, $1, 'active') returning id",
      [name],
    );
    people[name] = rows[0].id;
    await pool.query("insert into person_roles values ($1, $2)", [rows[0].id, role]);
  }
  await pool.query("update people set manager_id = $1 where id = $2", [people.boss, people.own]);
  for (const name of ["a", "b"]) {
    const { rows } = await pool.query(
      "insert into accounts (external_id, slug, name) values ($1, $1, $1) returning id",
      [name],
    );
    accounts[name] = rows[0].id;
    await pool.query("insert into account_owners values ($1, '2026-01-01', $2, null)", [
      rows[0].id,
      name === "a" ? people.own : people.other,
    ]);
  }
});

async function open(account: string, ownerRole: string, severe: boolean): Promise<number> {
  const { rows } = await pool.query(
    `insert into divergences (account_id, sign, gap, tones, severe, opened_on, due_on, owner_role)
     values ($1, 'false_alarm', 40, 2, $2, '2026-11-20', '2026-12-04', $3) returning id`,
    [accounts[account], severe, ownerRole],
  );
  return rows[0].id;
}

async function settle(who: string, roles: Role[], divergenceId: number) {
  const ctx = await contextOf({ kind: "person", personId: people[who] as number, name: who, email: who, roles });
  return settleDivergence(ctx, { divergenceId, resolution: "people_right", note: "Met the sponsor on 25 November" });
}

describe("settling a disagreement", () => {
  it("keeps who settled it, when and why, and writes it in the audit log", async () => {
    const id = await open("a", "csm", false);
    await settle("own", ["csm"], id);
    const { rows } = await pool.query(
      "select resolution, note, settled_by, settled_on, settled_gap from divergences where id = $1",
      [id],
    );
    const note = "Met the sponsor on 25 November";
    expect(rows[0]).toEqual({
      resolution: "people_right",
      note,
      settled_by: people.own,
      settled_on: "2026-11-30",
      settled_gap: 40,
    });
    const audit = await pool.query("select entry, person_id from audit where account_id = $1", [accounts.a]);
    expect(audit.rows).toEqual([{ entry: "divergence.settled", person_id: people.own }]);
  });

  it("leaves severe ones to the manager of the team", async () => {
    const id = await open("a", "manager", true);
    await expect(settle("own", ["csm"], id)).rejects.toMatchObject({ kind: "forbidden" });
    await settle("boss", ["manager"], id);
  });

  it("refuses a second settlement and leaves the first", async () => {
    const id = await open("a", "csm", false);
    await settle("own", ["csm"], id);
    await expect(settle("own", ["csm"], id)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("refuses a CSM on an account outside the book, and a manager outside the team", async () => {
    const id = await open("b", "csm", false);
    await expect(settle("own", ["csm"], id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(settle("boss", ["manager"], id)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
