import "server-only";
import type { ClientBase } from "pg";
import { Playbook } from "@/lib/core/playbook/playbook";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";

/** The playbooks as shipped, each replaced by the installation's own of the same key and segment. */
export async function loadPlaybooks(client: Pick<ClientBase, "query">): Promise<Playbook[]> {
  const { rows } = await client.query<{ definition: unknown }>(
    "select definition from playbooks order by band, segment",
  );
  const own = rows.map(({ definition }) => Playbook.parse(definition));
  const isOwn = ({ key, segment }: Playbook) => own.some((other) => other.key === key && other.segment === segment);
  return [...own, ...PLAYBOOKS.filter((playbook) => !isOwn(playbook))];
}
