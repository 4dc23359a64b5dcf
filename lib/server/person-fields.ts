import "server-only";
import { z } from "zod";
import { ROLES } from "@/lib/core/access";

/** An email as it is stored and compared: trimmed, in lower case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("must be an email address"));

export const PersonName = z.string().trim().min(1, "is needed").max(120);

/** At least one role, each once, in one order. */
export const RoleSet = z
  .array(z.enum(ROLES))
  .min(1, "needs at least one role")
  .transform((roles) => [...new Set(roles)].sort());
