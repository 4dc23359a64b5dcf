import { listPeople, type PersonRow } from "@/db/queries/people/list-people";
import { listOf } from "./list-cells";
import type { ReadList } from "./lists";

/** Everybody, for those who may see people. */
export function exportPeople(): ReadList {
  return {
    words: [],
    read: async (ctx) =>
      listOf<PersonRow>(await listPeople(ctx), {
        email: (person) => person.email,
        name: (person) => person.name,
        role: (person) => person.roles.join(";"),
        reports_to: (person) => person.manager,
        accounts: (person) => person.accounts,
        status: (person) => person.status,
      }),
  };
}
