CREATE TABLE "replay_queue" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"from_day" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "replay_whole" boolean DEFAULT false NOT NULL;