CREATE TABLE `counter_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`tx_id` text NOT NULL,
	`service` text NOT NULL,
	`agency` text NOT NULL,
	`counter` text NOT NULL,
	`clerk_id` text NOT NULL,
	`clerk_name` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	`application_number` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counter_cases_tx_id_unique` ON `counter_cases` (`tx_id`);--> statement-breakpoint
CREATE INDEX `counter_cases_desk` ON `counter_cases` (`agency`,`counter`,`opened_at`);