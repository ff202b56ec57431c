DROP INDEX `links_to`;--> statement-breakpoint
CREATE INDEX `links_to` ON `links` (`to_id`,`link`,`kind`,`id`);