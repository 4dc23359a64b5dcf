ALTER TABLE "model_versions" ADD COLUMN "withdrawn_on" date;--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "withdrawn_by" integer;--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;