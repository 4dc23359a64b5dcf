import "server-only";
import type { ClientBase } from "pg";
import { formulaOf, type PriorityFormula } from "@/lib/core/portfolio/priority-formula";

/** The ranking formula of the installation. */
export async function loadFormula(client: Pick<ClientBase, "query">): Promise<PriorityFormula> {
  const { rows } = await client.query<{ priority: unknown }>("select priority from settings where id = 1");
  return formulaOf(rows[0]?.priority ?? null);
}
