CREATE TABLE "feed_days" (
	"feed" text NOT NULL,
	"day" date NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"volume" bigint,
	"lag" integer,
	CONSTRAINT "feed_days_feed_day_pk" PRIMARY KEY("feed","day")
);
--> statement-breakpoint
CREATE TABLE "held_days" (
	"day" date NOT NULL,
	"account_id" integer NOT NULL,
	"score" double precision,
	"health" double precision,
	"tone" smallint NOT NULL,
	"score_tone" smallint NOT NULL,
	"band" smallint,
	"band_key" text,
	CONSTRAINT "held_days_account_id_day_pk" PRIMARY KEY("account_id","day")
);
