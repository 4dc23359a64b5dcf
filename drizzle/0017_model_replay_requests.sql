CREATE TABLE "model_replay_requests" (
	"version" integer PRIMARY KEY NOT NULL,
	"requested_by" integer,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"days_done" integer DEFAULT 0 NOT NULL,
	"days" integer,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "expected" text;--> statement-breakpoint
ALTER TABLE "model_replay_requests" ADD CONSTRAINT "model_replay_requests_version_model_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."model_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_replay_requests" ADD CONSTRAINT "model_replay_requests_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;