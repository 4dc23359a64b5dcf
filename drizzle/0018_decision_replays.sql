CREATE TABLE "portfolio_tiles" (
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"tile" text NOT NULL,
	"accounts" integer NOT NULL,
	"arr_cents" bigint NOT NULL,
	"without_rate" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "portfolio_tiles_dimension_value_tile_pk" PRIMARY KEY("dimension","value","tile")
);
--> statement-breakpoint
CREATE TABLE "decision_replays" (
	"version" integer NOT NULL,
	"account_id" integer NOT NULL,
	"day" date NOT NULL,
	"published" boolean NOT NULL,
	"score" double precision,
	"health" double precision,
	"qualitative" double precision,
	"score_tone" smallint NOT NULL,
	"health_tone" smallint NOT NULL,
	"people_tone" smallint NOT NULL,
	"definition" smallint,
	"readings" double precision[],
	CONSTRAINT "decision_replays_version_account_id_day_pk" PRIMARY KEY("version","account_id","day")
);
--> statement-breakpoint
ALTER TABLE "decision_replays" ADD CONSTRAINT "decision_replays_version_model_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."model_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_replays" ADD CONSTRAINT "decision_replays_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_replays_account" ON "decision_replays" USING btree ("account_id","day");