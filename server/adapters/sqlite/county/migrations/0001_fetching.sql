ALTER TABLE `transfers` ADD `fetch_at` text;--> statement-breakpoint
ALTER TABLE `transfers` ADD `fetch_until` text;--> statement-breakpoint
ALTER TABLE `transfers` ADD `fetch_failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `transfers` ADD `ready_about` text;