DROP INDEX `cases_open_due`;--> statement-breakpoint
DROP INDEX `cases_open_place_due`;--> statement-breakpoint
CREATE INDEX `cases_open_owner` ON `cases` (`kind`,`owner_id`,`due_sort`,`seq`,`region`,`sector`,`is_open`,`is_private`) WHERE is_open and not is_private;--> statement-breakpoint
CREATE INDEX `cases_open_due` ON `cases` (`kind`,`due_sort`,`seq`,`region`,`sector`,`owner_id`,`is_open`,`is_private`) WHERE is_open and not is_private;--> statement-breakpoint
CREATE INDEX `cases_open_place_due` ON `cases` (`kind`,`region`,`sector`,`due_sort`,`seq`,`owner_id`,`is_open`,`is_private`) WHERE is_open and not is_private;