CREATE TABLE "notice_matches" (
	"rule_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"since" date NOT NULL,
	"announced_on" date,
	CONSTRAINT "notice_matches_rule_id_account_id_pk" PRIMARY KEY("rule_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "notice_rules" ADD COLUMN "evaluated_run" integer;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "in_app" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_matches" ADD CONSTRAINT "notice_matches_rule_id_notice_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."notice_rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("person_id") WHERE "notifications"."mail" is not null and "notifications"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_owed" ON "outbox" USING btree ("id") WHERE "outbox"."delivered_at" is null;