CREATE TABLE `wrong_tries` (
	`person_hash` text NOT NULL,
	`method` text NOT NULL,
	`hour` integer NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`told` integer NOT NULL,
	PRIMARY KEY(`person_hash`, `hour`, `method`)
);
--> statement-breakpoint
CREATE INDEX `wrong_tries_told` ON `wrong_tries` (`told`,`count`);--> statement-breakpoint
CREATE INDEX `wrong_tries_hour` ON `wrong_tries` (`hour`);