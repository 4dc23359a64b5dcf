import { scryptSync } from "node:crypto";
import { line } from "./line";

export const PEOPLE_COLUMNS = "id, email, name, manager_id, status, password_hash, time_zone, created_at";
export const ROLE_COLUMNS = "person_id, role";
const PASSWORD = "bellwether-demo";

type Person = {
  id: number;
  email: string;
  name: string;
  role: "viewer" | "csm" | "am" | "manager" | "admin";
  managerId: number | null;
};

export const ADMIN = 1;
export const MANAGERS = [3, 4] as const;
/** am@demo.test with 80 accounts, the optimist, and two more. */
export const AMS = [5, 6, 7, 8] as const;
export const OPTIMIST = 6;
/** csm@demo.test with 40 accounts, one with 80, ten with 12. */
export const CSMS = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;

const mail = (name: string) => `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@demo.test`;
const person = (
  id: number,
  name: string,
  role: Person["role"],
  managerId: number | null,
  email = mail(name),
): Person => ({
  id,
  email,
  name,
  role,
  managerId,
});

export const PEOPLE: readonly Person[] = [
  person(1, "Robin Okafor", "admin", null, "admin@demo.test"),
  person(2, "Vera Lindholm", "viewer", null, "viewer@demo.test"),
  person(3, "Maya Brandt", "manager", null, "manager@demo.test"),
  person(4, "Henrik Solberg", "manager", null),
  person(5, "Amir Haddad", "am", 3, "am@demo.test"),
  person(6, "Oliver Sunden", "am", 3),
  person(7, "Lucia Ferrante", "am", 4),
  person(8, "Dev Ramanathan", "am", 4),
  person(9, "Priya Nair", "csm", 3, "csm@demo.test"),
  person(10, "Jonas Weller", "csm", 4),
  ...["Clara Voss", "Tom Achebe", "Ines Carvalho", "Pavel Dvorak", "Sana Malik"].map((name, i) =>
    person(11 + i, name, "csm", 3),
  ),
  ...["Greta Holm", "Mateo Rios", "Yuki Arata", "Fiona Byrne", "Karim Saleh"].map((name, i) =>
    person(16 + i, name, "csm", 4),
  ),
];

/** The five demo sign-ins share a password and its hash, whose salt is fixed so that the company is the same every time. */
export function peopleRows(): string {
  const withPassword = new Set(["admin", "viewer", "manager", "am", "csm"].map((name) => `${name}@demo.test`));
  const shared = hashOf(PASSWORD, "bellwether.demo");
  return PEOPLE.map(({ id, email, name, managerId }) => {
    const hash = withPassword.has(email) ? shared : null;
    return line(id, email, name, managerId, "active", hash, "Europe/Berlin", "2024-12-01 08:00:00+00");
  }).join("");
}

export function roleRows(): string {
  return PEOPLE.map(({ id, role }) => line(id, role)).join("");
}

function hashOf(password: string, seed: string): string {
  const [N, r, p] = [16384, 8, 1];
  const salt = Buffer.from(seed.padEnd(16, ".").slice(-16));
  const hash = scryptSync(password, salt, 64, { N, r, p });
  return `scrypt$${N}$${r}$${p}$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}
