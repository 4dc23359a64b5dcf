-- What was marked done remembers what each reason asks for, too.
UPDATE "triage_marks" m SET "reasons" = coalesce((
  SELECT array_agg(concat(r.one ->> 'key', ':', r.one ->> 'action')) FROM jsonb_array_elements(t."reasons") r (one)
  WHERE r.one ->> 'key' = any (m."reasons")), '{}')
FROM "triage" t WHERE t."account_id" = m."account_id";
