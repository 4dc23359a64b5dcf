ALTER TABLE "divergences" ADD COLUMN "severe_since" date;--> statement-breakpoint
-- Until now a lift waited from the day on which its divergence opened.
UPDATE "divergences" SET "severe_since" = "opened_on" WHERE "severe";
