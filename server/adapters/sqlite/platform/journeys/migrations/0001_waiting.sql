DROP TABLE `tokens`;--> statement-breakpoint
ALTER TABLE `consents` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `journeys` ADD `parameters` blob;--> statement-breakpoint
ALTER TABLE `journeys` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `journeys` ADD `waited_ms` integer DEFAULT 0 NOT NULL;