import "server-only";
import { randomUUID } from "node:crypto";
import type { ClientBase, Pool } from "pg";
import { AppError } from "@/lib/errors";

export type Lease = { name: string; epoch: number; holder: string };

type Queryable = Pick<Pool | ClientBase, "query">;

/** Takes a lease if nobody holds it or its holder's time is over; null where it is held. Each taking raises the epoch. */
export async function takeLease(on: Queryable, name: string, seconds: number): Promise<Lease | null> {
  const holder = randomUUID();
  const { rows } = await on.query<{ epoch: number }>(
    `insert into leases (name, epoch, holder, expires_at) values ($1, 1, $2, now() + make_interval(secs => $3))
     on conflict (name) do update set epoch = leases.epoch + 1, holder = excluded.holder, expires_at = excluded.expires_at
     where leases.expires_at < now() returning epoch`,
    [name, holder, seconds],
  );
  return rows[0] ? { name, epoch: rows[0].epoch, holder } : null;
}

/** Holds the lease's row until the transaction ends; throws where another holder has taken it since. */
export async function assertLease(client: ClientBase, lease: Lease): Promise<void> {
  const { rowCount } = await client.query(
    "select from leases where name = $1 and epoch = $2 and holder = $3 for update",
    [lease.name, lease.epoch, lease.holder],
  );
  if (rowCount !== 1)
    throw new AppError("conflict", "Another run has taken over; this one's results are not published.");
}

/** Gives a lease back, unless it was taken over. */
export async function releaseLease(on: Queryable, lease: Lease): Promise<void> {
  await on.query("update leases set expires_at = '-infinity' where name = $1 and epoch = $2 and holder = $3", [
    lease.name,
    lease.epoch,
    lease.holder,
  ]);
}
