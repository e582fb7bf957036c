CREATE TABLE `client_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	`role` text NOT NULL,
	`retires_at` integer
);
--> statement-breakpoint
CREATE INDEX `client_keys_client` ON `client_keys` (`client_id`);--> statement-breakpoint
CREATE INDEX `client_keys_retires` ON `client_keys` (`retires_at`);--> statement-breakpoint
CREATE TABLE `registry_decisions` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`side` text NOT NULL,
	`what` text NOT NULL,
	`question` text,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `registry_decisions_subject` ON `registry_decisions` (`subject_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`contact` text NOT NULL,
	`forwarded_by` text NOT NULL,
	`forwarded_no` text NOT NULL,
	`state` text NOT NULL,
	`applied_at` integer NOT NULL,
	`invented` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`from_file` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `services_client_id_unique` ON `services` (`client_id`);--> statement-breakpoint
CREATE INDEX `services_organisation` ON `services` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `service_testers` (
	`service_id` text NOT NULL,
	`person_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`service_id`, `person_hash`)
);
--> statement-breakpoint
CREATE TABLE `service_versions` (
	`service_id` text NOT NULL,
	`no` integer NOT NULL,
	`definition` text NOT NULL,
	`findings` text NOT NULL,
	`submitted_at` integer NOT NULL,
	PRIMARY KEY(`service_id`, `no`)
);
