import "server-only";
import { z } from "zod";
import { isDay } from "@/lib/core/calendar";

const optionalText = z.string().optional();

const shape = {
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    hostname: /.*/,
    error: "must be the address of a PostgreSQL database, postgres://user:password@host:port/name",
  }),
  NEXTAUTH_SECRET: z.string({ error: "is missing" }).min(32, { error: "must have at least 32 characters" }),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "must be the http(s) address people open" }),
  TODAY: z.string().refine(isDay, { error: "must be a date, YYYY-MM-DD" }).optional(),
  WORKER: z.enum(["in-process", "separate"], { error: "must be in-process or separate" }).default("in-process"),
  API_REQUESTS_PER_MINUTE: z.coerce
    .number({ error: "must be a whole number of requests" })
    .int({ error: "must be a whole number of requests" })
    .min(5, { error: "must be at least 5" })
    .default(600),
  DATABASE_PATIENCE: z.coerce
    .number({ error: "must be a number from 1 to 60" })
    .min(1, { error: "must be a number from 1 to 60" })
    .max(60, { error: "must be a number from 1 to 60" })
    .default(1),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be the address of an OpenID provider" }).optional(),
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /.*/,
      error: "must be the address of a mail server, smtp://user:password@host:587",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, { error: "must be an address, Bellwether <health@example.com>" })
    .optional(),
  WEBHOOKS_TO_PRIVATE: z.enum(["0", "1"], { error: "must be 1 to allow it, or absent" }).default("0"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent" })
    .default("info"),
};

type Environment = { [Name in keyof typeof shape]: z.output<(typeof shape)[Name]> };

/** One setting of the environment, read and checked when asked for, so that a build needs none of them. Empty is absent. */
export function env<Name extends keyof Environment>(name: Name): Environment[Name] {
  const result = shape[name].safeParse(process.env[name] || undefined);
  if (!result.success) throw new Error(`Bad configuration: ${complaint(name, result.error)}.`);
  return result.data as Environment[Name];
}

/** Refuses to start on bad configuration, in one line that names every setting at fault. */
export function checkEnvironment(): void {
  const complaints = Object.entries(shape).flatMap(([name, schema]) => {
    const result = schema.safeParse(process.env[name] || undefined);
    return result.success ? [] : [complaint(name, result.error)];
  });
  const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  const unset = oidc.filter((name) => !process.env[name]);
  if (unset.length > 0 && unset.length < oidc.length)
    complaints.push(`${unset.join(" and ")} missing beside other OIDC_ settings`);
  if (process.env.SMTP_URL && !process.env.MAIL_FROM) complaints.push("MAIL_FROM missing beside SMTP_URL");
  if (complaints.length > 0) throw new Error(`Bad configuration: ${complaints.join("; ")}.`);
}

function complaint(name: string, error: z.ZodError): string {
  return `${name} ${process.env[name] ? error.issues.map((issue) => issue.message).join(", ") : "is missing"}`;
}
