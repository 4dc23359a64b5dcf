-- Versions score alike whose measures, bands and rules are the same, whatever they are called and whatever their bands oblige to.
CREATE FUNCTION scoring_part(part jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT part || coalesce((
    SELECT jsonb_object_agg(key, (
      SELECT coalesce(jsonb_agg(item - ARRAY['name', 'playbook', 'ownerRole', 'firstDeadlineDays'] ORDER BY place), '[]')
      FROM jsonb_array_elements(value) WITH ORDINALITY AS items(item, place)))
    FROM jsonb_each(part) WHERE key IN ('measures', 'bands', 'guardrails')
  ), '{}')
$$;--> statement-breakpoint
CREATE FUNCTION what_scores(model jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT (model - ARRAY['name', 'answers']) || coalesce((
    SELECT jsonb_build_object('definitions', jsonb_object_agg(key, CASE key
      WHEN 'segments' THEN (SELECT jsonb_object_agg(segment, scoring_part(part)) FROM jsonb_each(value) AS segments(segment, part))
      ELSE scoring_part(value) END))
    FROM jsonb_each(model -> 'definitions') WHERE value <> '{}' HAVING count(*) > 0
  ), '{}')
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION scoring_version_of_model() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.scoring_version := coalesce((
    SELECT min(before.version) FROM model_versions before
    WHERE before.version < NEW.version AND what_scores(before.definition::jsonb) = what_scores(NEW.definition::jsonb)
  ), NEW.version);
  RETURN NEW;
END $$;--> statement-breakpoint
-- What clocks have kept of accounts tells by the old numbers what a model moved: it is read anew from history.
WITH alike AS (
  SELECT later.version, min(before.version) AS first FROM model_versions later
  JOIN model_versions before ON before.version <= later.version
    AND what_scores(before.definition::jsonb) = what_scores(later.definition::jsonb)
  GROUP BY later.version
), renumbered AS (
  UPDATE model_versions m SET scoring_version = alike.first FROM alike
  WHERE alike.version = m.version AND m.scoring_version <> alike.first RETURNING m.version
)
DELETE FROM clock_states WHERE EXISTS (SELECT FROM renumbered);--> statement-breakpoint
-- What a version says of an account on a day is kept once, under the first that scores alike: as people saw it where they did.
DELETE FROM decision_replays d USING model_versions m, model_versions alike, decision_replays better
WHERE m.version = d.version AND alike.scoring_version = m.scoring_version AND better.version = alike.version
  AND better.account_id = d.account_id AND better.day = d.day AND (better.published, -better.version) > (d.published, -d.version);--> statement-breakpoint
UPDATE decision_replays d SET version = m.scoring_version FROM model_versions m
WHERE m.version = d.version AND m.scoring_version <> m.version;
