-- An open task becomes the next step of its account's open plan where that has none, else a note: nothing is lost.
WITH moved AS (
  UPDATE plans p SET next_step = t.title, due_on = t.due_on
  FROM (SELECT DISTINCT ON (account_id) * FROM tasks WHERE done_on IS NULL ORDER BY account_id, due_on, id) t
  WHERE p.account_id = t.account_id AND p.status = 'open' AND p.next_step IS NULL
    AND p.id = (SELECT max(id) FROM plans WHERE account_id = t.account_id AND status = 'open')
  RETURNING t.id
)
INSERT INTO notes (account_id, author_id, text, created_at)
SELECT account_id, owner_id, 'To do' || coalesce(' by ' || due_on, '') || ': ' || title, recorded_at
FROM tasks WHERE done_on IS NULL AND id NOT IN (SELECT id FROM moved);--> statement-breakpoint
ALTER TABLE "tasks" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "tasks" CASCADE;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "submitted_by" integer;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "submitted_on" date;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "returned_by" integer;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "returned_note" text;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION refuse_decision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signed decision is never changed';
END $$;--> statement-breakpoint
-- What was decided stays as it was signed; only whose account or person it is may follow a merge or an erasure.
CREATE TRIGGER decisions_are_kept BEFORE DELETE OR UPDATE OF kind, decided_on, budget_cents, exit_test, decide_again_on, note, recorded_at
  ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_decision_change();
