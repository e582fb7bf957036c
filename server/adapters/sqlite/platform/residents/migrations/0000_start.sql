CREATE TABLE `resident_choices` (
	`person_hash` text PRIMARY KEY NOT NULL,
	`resources` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `downloads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_hash` text NOT NULL,
	`tx_id` text NOT NULL,
	`resources` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`method` text,
	`person` blob,
	`parameters` blob,
	`consented_at` integer,
	`keep_until` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `downloads_tx_id_unique` ON `downloads` (`tx_id`);--> statement-breakpoint
CREATE INDEX `downloads_person` ON `downloads` (`person_hash`);--> statement-breakpoint
CREATE INDEX `downloads_state` ON `downloads` (`state`);--> statement-breakpoint
CREATE TABLE `resident_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_hash` text NOT NULL,
	`method` text NOT NULL,
	`person` blob NOT NULL,
	`started_at` integer NOT NULL,
	`active_at` integer NOT NULL
);
