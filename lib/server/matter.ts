import "server-only";

/** What a reason `r` of triage is about, as marks remember it: its kind and what it asks for. A decision that is due in red is
 * another matter than the plan that was missing. */
export const MATTER = "concat(r.one ->> 'key', ':', r.one ->> 'action')";
