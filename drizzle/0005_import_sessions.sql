ALTER TABLE "import_changes" ADD COLUMN "caused_by" integer;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "request" text;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "into_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "resumed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "progress" jsonb;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "preview" jsonb;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "replay_from" date;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "result" jsonb;--> statement-breakpoint
ALTER TABLE "import_sessions" ADD COLUMN "error" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "facts" jsonb;--> statement-breakpoint
CREATE INDEX "import_changes_key" ON "import_changes" USING hash ("key");