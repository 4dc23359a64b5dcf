import type { Role } from "@/lib/core/access";

/** How roles are called on screen. */
export const ROLE_WORDS: Record<Role, string> = {
  viewer: "Viewer",
  csm: "CSM",
  am: "Account manager",
  manager: "Manager",
  admin: "Admin",
};
