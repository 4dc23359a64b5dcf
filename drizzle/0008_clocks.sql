CREATE TABLE "clock_states" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"last_day" date NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "clocks_once";--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "tone" text;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "plan_id" integer;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "stopped_by" text;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "severity" text DEFAULT 'low' NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "complete_on" date;--> statement-breakpoint
ALTER TABLE "clock_states" ADD CONSTRAINT "clock_states_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clocks_breached" ON "clocks" USING btree ("breached_on");