CREATE TABLE `memberships` (
	`staff` text NOT NULL,
	`office` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`staff`, `office`, `role`)
);
--> statement-breakpoint
CREATE INDEX `memberships_office` ON `memberships` (`office`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent` text,
	`closed_at` text
);
--> statement-breakpoint
CREATE TABLE `service_owners` (
	`service` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `service_owners_office` ON `service_owners` (`office`);