CREATE TABLE "play_draws" (
	"account_id" integer NOT NULL,
	"play" text NOT NULL,
	"drawn_on" date NOT NULL,
	"held" boolean NOT NULL,
	"score_then" double precision,
	CONSTRAINT "play_draws_account_id_play_pk" PRIMARY KEY("account_id","play")
);
--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "held_out_plays" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "play_draws" ADD CONSTRAINT "play_draws_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;