CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`given_sha256` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`organisation_id` text,
	`authority_id` text,
	`uploaded_by` text NOT NULL,
	`received_at` text NOT NULL,
	`scan` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_sha256` ON `attachments` (`sha256`);--> statement-breakpoint
CREATE INDEX `attachments_organisation` ON `attachments` (`organisation_id`,`size`);--> statement-breakpoint
CREATE INDEX `attachments_uploader` ON `attachments` (`uploaded_by`,`received_at`);--> statement-breakpoint
CREATE INDEX `attachments_received` ON `attachments` (`received_at`);