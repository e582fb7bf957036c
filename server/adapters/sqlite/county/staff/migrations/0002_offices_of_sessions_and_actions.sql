ALTER TABLE `staff_actions` ADD `office` text;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD `office` text;