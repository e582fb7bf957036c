ALTER TABLE `transfers` ADD `fetch_by` text;--> statement-breakpoint
ALTER TABLE `transfers` ADD `delivery_mark` text;