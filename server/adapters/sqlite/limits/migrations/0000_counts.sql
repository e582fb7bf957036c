CREATE TABLE `counts` (
	`key` text PRIMARY KEY NOT NULL,
	`uses` text NOT NULL,
	`paused_until` integer NOT NULL,
	`end` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counts_end` ON `counts` (`end`);