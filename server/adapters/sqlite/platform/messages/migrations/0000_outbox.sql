CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`tx_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	`channels` text NOT NULL,
	`sent_by` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer NOT NULL,
	`failure` text,
	`done_at` integer,
	`content` blob
);
--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `messages_at` ON `messages` (`at`);