import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** What the queue shows of an account beside its scores, and what people are already doing about it. */
export type Face = { slug: string; name: string; hasNextStep: boolean };

type FaceRow = [id: number, slug: string, name: string, hasNextStep: boolean];

/** Names and dated next steps that lie ahead (an open task or plan), in the order of the ids. */
export async function loadFaces(client: ClientBase, asOf: Day, accountIds: Int32Array): Promise<Face[]> {
  const { rows } = await client.query<FaceRow>({
    rowMode: "array",
    text: `
      select a.id, a.slug, a.name, next.account_id is not null
      from accounts a
      left join (
        select account_id from tasks where due_on >= $1 and (done_on is null or done_on > $1)
        union
        select account_id from plans
        where due_on >= $1 and next_step is not null and opened_on <= $1 and (closed_on is null or closed_on > $1)
      ) next on next.account_id = a.id
      where a.id = any($2) order by a.id`,
    values: [asOf, Array.from(accountIds)],
  });
  return rows.map(([, slug, name, hasNextStep]) => ({ slug, name, hasNextStep }));
}
