CREATE TABLE `desks` (
	`id` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`number` integer NOT NULL,
	`place` text NOT NULL,
	`enrolled_at` text NOT NULL,
	`closed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desks_number` ON `desks` (`office`,`number`) WHERE closed_at IS NULL;--> statement-breakpoint
ALTER TABLE `staff_sessions` DROP COLUMN `office`;--> statement-breakpoint
ALTER TABLE `staff_sessions` DROP COLUMN `counter`;