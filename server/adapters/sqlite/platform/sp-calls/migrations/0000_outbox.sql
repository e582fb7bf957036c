CREATE TABLE `sp_calls` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer NOT NULL,
	`held_by` text,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sp_calls_due` ON `sp_calls` (`next_at`);