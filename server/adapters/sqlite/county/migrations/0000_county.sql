CREATE TABLE `applications` (
	`number` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`form_version` integer NOT NULL,
	`draft_id` text NOT NULL,
	`repeat_key` text NOT NULL,
	`person` text NOT NULL,
	`contents` blob NOT NULL,
	`status` text NOT NULL,
	`history` text NOT NULL,
	`submitted_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_draft_id_unique` ON `applications` (`draft_id`);--> statement-breakpoint
CREATE INDEX `applications_repeat` ON `applications` (`repeat_key`);--> statement-breakpoint
CREATE INDEX `applications_time` ON `applications` (`submitted_at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`service` text NOT NULL,
	`form_version` integer NOT NULL,
	`revision` integer NOT NULL,
	`typed` blob,
	`created_at` text NOT NULL,
	`saved_at` text,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_owner` ON `drafts` (`owner`,`service`);--> statement-breakpoint
CREATE INDEX `drafts_expiry` ON `drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text,
	`application_number` text,
	`field` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`name` blob NOT NULL,
	`added_at` text NOT NULL,
	`body` blob NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`application_number`) REFERENCES `applications`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `files_draft` ON `files` (`draft_id`);--> statement-breakpoint
CREATE INDEX `files_application` ON `files` (`application_number`);--> statement-breakpoint
CREATE TABLE `forms` (
	`service` text NOT NULL,
	`version` integer NOT NULL,
	`digest` text NOT NULL,
	`definition` text NOT NULL,
	`validator` text NOT NULL,
	`published_at` text NOT NULL,
	PRIMARY KEY(`service`, `version`)
);
--> statement-breakpoint
CREATE TABLE `officials` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`tx_id` text NOT NULL,
	`epoch` text NOT NULL,
	`wrapped_key` blob NOT NULL,
	`sealed` blob NOT NULL,
	`received_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `officials_expiry` ON `officials` (`expires_at`);--> statement-breakpoint
CREATE TABLE `transfer_records` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`event` integer NOT NULL,
	`tx_id` text NOT NULL,
	`service` text NOT NULL,
	`counterpart` text NOT NULL,
	`person` text NOT NULL,
	`ok` integer NOT NULL,
	`resource` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `transfer_records_time` ON `transfer_records` (`at`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`service` text NOT NULL,
	`resources` text NOT NULL,
	`person` text NOT NULL,
	`identity_epoch` text NOT NULL,
	`identity_key` blob NOT NULL,
	`identity_sealed` blob NOT NULL,
	`state` text NOT NULL,
	`return_code` integer,
	`fail_code` text,
	`delivery_epoch` text,
	`delivery_key` blob,
	`delivery_sealed` blob,
	`started_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `transfers_draft` ON `transfers` (`draft_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `transfers_state` ON `transfers` (`state`);--> statement-breakpoint
CREATE TABLE `tries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`guess` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tries_key` ON `tries` (`key`,`at`);