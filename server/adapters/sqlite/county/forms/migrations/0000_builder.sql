CREATE TABLE `form_drafts` (
	`form` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`base` integer,
	`work` text
);
--> statement-breakpoint
CREATE TABLE `form_schedules` (
	`form` text PRIMARY KEY NOT NULL,
	`opens_at` text,
	`closes_at` text
);
--> statement-breakpoint
CREATE TABLE `form_versions` (
	`form` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`form`, `version`)
);
--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`why` text NOT NULL,
	`revision` integer NOT NULL,
	`by_id` text NOT NULL,
	`at` text NOT NULL,
	`kept` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_forms_of_form` ON `kept_forms` (`form`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `kept_forms_once` ON `kept_forms` (`form`,`by_id`,`revision`,`why`);