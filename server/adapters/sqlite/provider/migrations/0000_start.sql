CREATE TABLE `calls` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`transaction_uid` text NOT NULL,
	`resource_id` text NOT NULL,
	`code` integer NOT NULL,
	`at` integer NOT NULL,
	`person_hash` text
);
--> statement-breakpoint
CREATE INDEX `calls_transaction` ON `calls` (`transaction_uid`);--> statement-breakpoint
CREATE INDEX `calls_at` ON `calls` (`at`);--> statement-breakpoint
CREATE INDEX `calls_person` ON `calls` (`person_hash`);--> statement-breakpoint
CREATE TABLE `preparations` (
	`transaction_uid` text NOT NULL,
	`resource_id` text NOT NULL,
	`ready_at` integer NOT NULL,
	PRIMARY KEY(`transaction_uid`, `resource_id`)
);
--> statement-breakpoint
CREATE INDEX `preparations_ready` ON `preparations` (`ready_at`);--> statement-breakpoint
CREATE TABLE `records` (
	`resource_id` text NOT NULL,
	`uid` text NOT NULL,
	`payload` text NOT NULL,
	PRIMARY KEY(`resource_id`, `uid`)
);
