CREATE TABLE `accounts` (
	`login` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`password_hash` text NOT NULL,
	`totp_secret` text,
	`last_totp_step` integer,
	`failures` integer NOT NULL,
	`locked_until` text,
	`disabled_at` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	`version` integer NOT NULL,
	`last_position` integer NOT NULL,
	`status` text NOT NULL,
	`state` text NOT NULL,
	`mark` text NOT NULL,
	`number` text,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`organisation_id` text,
	`organisation_name` text,
	`lab_id` text,
	`sector` text NOT NULL,
	`scenario` text,
	`region` text NOT NULL,
	`lane` text,
	`tier` integer,
	`owner_id` text,
	`due_on` text,
	`due_sort` text NOT NULL,
	`due_rule` text,
	`lapse_at` text,
	`lapse_command` text,
	`opened_at` text,
	`decided_at` text,
	`changed_at` text NOT NULL,
	`is_public` integer NOT NULL,
	`is_private` integer NOT NULL,
	`is_open` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_seq` ON `cases` (`seq`);--> statement-breakpoint
CREATE INDEX `cases_kind_seq` ON `cases` (`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_open_due` ON `cases` (`kind`,`due_sort`,`seq`) WHERE is_open and not is_private;--> statement-breakpoint
CREATE INDEX `cases_open_place_due` ON `cases` (`kind`,`region`,`sector`,`due_sort`,`seq`) WHERE is_open and not is_private;--> statement-breakpoint
CREATE INDEX `cases_kind_due` ON `cases` (`kind`,`due_sort`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_place_seq` ON `cases` (`kind`,`region`,`sector`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_kind_status_due` ON `cases` (`kind`,`status`,`due_sort`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_kind_status_seq` ON `cases` (`kind`,`status`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_owner` ON `cases` (`owner_id`,`kind`,`due_sort`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_organisation` ON `cases` (`organisation_id`,`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_lab` ON `cases` (`lab_id`,`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_public` ON `cases` (`kind`,`is_public`,`seq`);--> statement-breakpoint
CREATE INDEX `cases_lapse` ON `cases` (`lapse_at`) WHERE lapse_at is not null;--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`note` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commands` (
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `commands_at` ON `commands` (`at`);--> statement-breakpoint
CREATE TABLE `counts` (
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`mark` text NOT NULL,
	`lane` text NOT NULL,
	`sector` text NOT NULL,
	`scenario` text NOT NULL,
	`region` text NOT NULL,
	`is_public` integer NOT NULL,
	`is_private` integer NOT NULL,
	`is_open` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`kind`, `status`, `mark`, `lane`, `sector`, `scenario`, `region`, `is_public`, `is_private`, `is_open`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`position` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`salt` text NOT NULL,
	`entry` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_case_version` ON `events` (`kind`,`case_id`,`version`);--> statement-breakpoint
CREATE INDEX `events_by_at` ON `events` (`by`,`at`);--> statement-breakpoint
CREATE TABLE `links` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`link` text NOT NULL,
	`to_id` text NOT NULL,
	PRIMARY KEY(`kind`, `id`, `link`, `to_id`)
);
--> statement-breakpoint
CREATE INDEX `links_to` ON `links` (`to_id`,`link`,`kind`);--> statement-breakpoint
CREATE TABLE `nodes` (
	`level` integer NOT NULL,
	`at` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`level`, `at`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`position` integer NOT NULL,
	`n` integer NOT NULL,
	`topic` text NOT NULL,
	`recipient` text NOT NULL,
	`payload` text NOT NULL,
	`at` text NOT NULL,
	`sent_at` text,
	`attempts` integer NOT NULL,
	`last_error` text,
	PRIMARY KEY(`position`, `n`)
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`position`) WHERE sent_at is null;--> statement-breakpoint
CREATE TABLE `readings` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	`what` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`organisation_id` text,
	`code` text,
	`purpose` text
);
--> statement-breakpoint
CREATE INDEX `readings_person` ON `readings` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `readings_case` ON `readings` (`case_id`,`at`);--> statement-breakpoint
CREATE INDEX `readings_organisation` ON `readings` (`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `serials` (
	`scope` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`stepped_up_at` text,
	`revoked_at` text,
	`address` text
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `tallies` (
	`kind` text NOT NULL,
	`type` text NOT NULL,
	`day` text NOT NULL,
	`sector` text NOT NULL,
	`region` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`kind`, `type`, `day`, `sector`, `region`)
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `tokens_person` ON `tokens` (`person_id`);--> statement-breakpoint
CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`authority_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_person` ON `views` (`person_id`,`kind`);--> statement-breakpoint
CREATE INDEX `views_office` ON `views` (`authority_id`,`kind`);