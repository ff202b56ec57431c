DROP INDEX `cases_number`;--> statement-breakpoint
CREATE INDEX `cases_kind_changed` ON `cases` (`kind`,`changed_at`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_kind_decided` ON `cases` (`kind`,coalesce(`decided_at`, ''),`seq`);--> statement-breakpoint
CREATE INDEX `cases_kind_scenario` ON `cases` (`kind`,`scenario`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_kind_sector` ON `cases` (`kind`,`sector`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_number` ON `cases` (`number`,`kind`);