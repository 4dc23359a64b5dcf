import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** What the queue shows of an account beside its scores, and what people are already doing about it. */
export type Face = { slug: string; name: string; hasNextStep: boolean };

type FaceRow = [id: number, slug: string, name: string, hasNextStep: boolean];

/** Names and whether an open plan's dated next step lies ahead, in the order of the ids. */
export async function loadFaces(client: ClientBase, asOf: Day, accountIds: Int32Array): Promise<Face[]> {
  const { rows } = await client.query<FaceRow>({
    rowMode: "array",
    text: `
      select a.id, a.slug, a.name, exists (
        select from plans p where p.account_id = a.id and p.due_on >= $1 and p.next_step is not null and p.opened_on <= $1
          and (p.closed_on is null or p.closed_on > $1))
      from accounts a
      where a.id = any($2) order by a.id`,
    values: [asOf, Array.from(accountIds)],
  });
  return rows.map(([, slug, name, hasNextStep]) => ({ slug, name, hasNextStep }));
}
