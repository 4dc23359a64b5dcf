ALTER TABLE "runs" ADD COLUMN "median_arr_cents" bigint;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "top_quarter_arr_cents" bigint;--> statement-breakpoint
-- The lower of the two middle ones, and the ARR from which an account is of the top quarter, as runs find them.
UPDATE "runs" SET "median_arr_cents" = book.median, "top_quarter_arr_cents" = book.top_quarter
FROM (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY "arr_cents") AS median,
  percentile_disc(0.25) WITHIN GROUP (ORDER BY "arr_cents" DESC) AS top_quarter FROM "triage") book
WHERE "is_current";
