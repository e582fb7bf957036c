CREATE TABLE `log_checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` blob NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_entries` (
	`idx` integer PRIMARY KEY NOT NULL,
	`entry` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_nodes` (
	`level` integer NOT NULL,
	`idx` integer NOT NULL,
	`hash` blob NOT NULL,
	PRIMARY KEY(`level`, `idx`)
);
--> statement-breakpoint
CREATE TABLE `log_subjects` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`salt` blob NOT NULL,
	`started_at` integer NOT NULL,
	`client_id` text,
	`principal` text,
	`record` text,
	`record_index` integer
);
--> statement-breakpoint
CREATE INDEX `log_subjects_started` ON `log_subjects` (`started_at`);