import { ROLE_WORDS } from "@/components/shell/role-words";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Role } from "@/lib/core/access";
import { PersonActions } from "./person-actions";

export interface Person {
  id: number;
  email: string;
  name: string;
  status: "invited" | "active" | "deactivated";
  roles: readonly Role[];
  manager: string | null;
  accounts: number;
}

interface Props {
  people: readonly Person[];
  mayManage: boolean;
  ownId: number;
}

/** Everybody with their roles; what can be done with each stands at the end of the row. */
export function PeopleTable({ people, mayManage, ownId }: Props) {
  return (
    <Table label="People">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Email</Th>
          <Th>Roles</Th>
          <Th>Reports to</Th>
          <Th numeric>Accounts</Th>
          <Th>Status</Th>
          {mayManage && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className={person.status === "deactivated" ? "text-muted-foreground" : undefined}>
            <Td>
              <bdi>{person.name}</bdi>
              {person.id === ownId && <span className="text-muted-foreground"> (you)</span>}
            </Td>
            <Td>{person.email}</Td>
            <Td>{person.roles.map((role) => ROLE_WORDS[role]).join(", ") || "None"}</Td>
            <Td>{person.manager && <bdi>{person.manager}</bdi>}</Td>
            <Td numeric>{person.accounts || ""}</Td>
            <Td>
              {person.status === "active" ? (
                "Active"
              ) : (
                <Badge tone="outline">{person.status === "invited" ? "Invited" : "Deactivated"}</Badge>
              )}
            </Td>
            {mayManage && (
              <Td className="text-right">
                <PersonActions person={person} />
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
