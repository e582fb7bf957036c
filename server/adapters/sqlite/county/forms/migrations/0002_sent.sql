CREATE TABLE `notices_read` (
	`staff` text NOT NULL,
	`notice` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`staff`, `notice`)
);
--> statement-breakpoint
CREATE INDEX `notices_read_at` ON `notices_read` (`at`);--> statement-breakpoint
ALTER TABLE `form_drafts` ADD `stage` text;--> statement-breakpoint
UPDATE `form_drafts` SET `stage` = CASE
	WHEN json_extract(`work`, '$.approval') IS NOT NULL THEN 'approved'
	WHEN json_extract(`work`, '$.returned') IS NOT NULL THEN 'returned'
	ELSE 'draft'
END WHERE `work` IS NOT NULL;
