CREATE INDEX "account_day_day" ON "account_day" USING brin ("day") WITH (pages_per_range=4);--> statement-breakpoint
CREATE INDEX "feature_usage_day" ON "feature_usage" USING brin ("day") WITH (pages_per_range=4);--> statement-breakpoint
CREATE INDEX "tickets_opened" ON "tickets" USING brin ("opened_at") WITH (pages_per_range=4);--> statement-breakpoint
CREATE INDEX "touchpoints_moment" ON "touchpoints" USING brin ("at") WITH (pages_per_range=4);--> statement-breakpoint
CREATE INDEX "usage_days_day" ON "usage_days" USING brin ("day") WITH (pages_per_range=4);