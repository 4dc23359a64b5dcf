/** A role as it is written beside a duty: "CSM", "sponsor". */
export function roleWord(role: string): string {
  return role === "csm" || role === "am" ? role.toUpperCase() : role;
}
