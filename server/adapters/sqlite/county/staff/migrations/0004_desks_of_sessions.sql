ALTER TABLE `staff_sessions` ADD `desk` text;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD `out_until` text;--> statement-breakpoint
CREATE INDEX `staff_sessions_desk` ON `staff_sessions` (`desk`);