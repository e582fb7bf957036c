ALTER TABLE `tickets` ADD `fetch_hash` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `kept_until` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `confirmed_at` integer;