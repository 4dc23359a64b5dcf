ALTER TABLE "model_versions" ADD COLUMN "scoring_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scorecard_months" ADD COLUMN "submitted_on" date;--> statement-breakpoint
ALTER TABLE "scorecard_months" ADD COLUMN "reopened_on" date;--> statement-breakpoint
UPDATE "scorecard_months" SET "submitted_on" = "submitted_at"::date, "reopened_on" = "reopened_at"::date;--> statement-breakpoint
ALTER TABLE "scorecard_months" ALTER COLUMN "submitted_on" SET NOT NULL;--> statement-breakpoint
-- A version that differs from the one before only in the definitions of the answers scores as that one does.
UPDATE "model_versions" m SET "scoring_version" = (
  SELECT max(s.version) FROM (
    SELECT version, (definition::jsonb - 'answers') IS DISTINCT FROM lag(definition::jsonb - 'answers') OVER (ORDER BY version) AS scores_anew
    FROM "model_versions"
  ) s WHERE s.scores_anew AND s.version <= m.version
);--> statement-breakpoint
CREATE FUNCTION scoring_version_of_model() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.scoring_version := coalesce((
    SELECT before.scoring_version FROM (SELECT * FROM model_versions WHERE version < NEW.version ORDER BY version DESC LIMIT 1) before
    WHERE before.definition::jsonb - 'answers' = NEW.definition::jsonb - 'answers'
  ), NEW.version);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER model_versions_scoring BEFORE INSERT ON model_versions FOR EACH ROW EXECUTE FUNCTION scoring_version_of_model();
