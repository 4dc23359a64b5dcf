DROP INDEX "import_faults_import";--> statement-breakpoint
CREATE INDEX "import_faults_import" ON "import_faults" USING btree ("import_id","line","id");