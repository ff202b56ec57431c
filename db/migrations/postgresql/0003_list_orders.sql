DROP INDEX "cases_number";--> statement-breakpoint
CREATE INDEX "cases_kind_changed" ON "cases" USING btree ("kind","changed_at","seq");--> statement-breakpoint
CREATE INDEX "cases_kind_decided" ON "cases" USING btree ("kind",(coalesce(decided_at, '')),"seq");--> statement-breakpoint
CREATE INDEX "cases_kind_scenario" ON "cases" USING btree ("kind","scenario","seq");--> statement-breakpoint
CREATE INDEX "cases_kind_sector" ON "cases" USING btree ("kind","sector","seq");--> statement-breakpoint
CREATE INDEX "cases_number" ON "cases" USING btree ("number","kind");