CREATE TABLE `asks` (
	`tx_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`transaction_uid` text NOT NULL,
	`asked_at` integer NOT NULL,
	`retry_at` integer,
	PRIMARY KEY(`tx_id`, `resource_id`)
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_id` text NOT NULL,
	`tx_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`transaction_uid` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tokens_holder` ON `tokens` (`holder_id`);