CREATE TABLE `registry_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`renewed_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `registry_accounts_organisation` ON `registry_accounts` (`organisation_id`);--> statement-breakpoint
ALTER TABLE `client_keys` ADD `waits_since` integer;--> statement-breakpoint
ALTER TABLE `services` ADD `own_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `services_own` ON `services` (`organisation_id`,`own_id`);